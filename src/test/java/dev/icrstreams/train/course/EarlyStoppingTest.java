package dev.icrstreams.train.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
  @Test
  void remembersTheBestEpoch() {
    EarlyStopping stopping = new EarlyStopping(3);
    assertTrue(stopping.better(0.5, 1));
    assertTrue(stopping.better(0.7, 1));
    assertFalse(stopping.better(0.6, 0.1));
    assertEquals(2, stopping.bestEpoch());
    assertEquals(0.7, stopping.bestAccuracy());
  }

  @Test
  void aTieGoesToTheSmallerLoss() {
    EarlyStopping stopping = new EarlyStopping(3);
    assertTrue(stopping.better(0.9, 0.4));
    assertFalse(stopping.better(0.9, 0.4));
    assertTrue(stopping.better(0.9, 0.3));
    assertEquals(3, stopping.bestEpoch());
  }

  @Test
  void stopsWhenPatienceIsOver() {
    EarlyStopping stopping = new EarlyStopping(2);
    stopping.better(0.9, 1);
    stopping.better(0.8, 1);
    assertFalse(stopping.exhausted());
    stopping.better(0.8, 1);
    assertTrue(stopping.exhausted());
  }

  @Test
  void aBetterEpochRenewsPatience() {
    EarlyStopping stopping = new EarlyStopping(2);
    stopping.better(0.9, 1);
    stopping.better(0.8, 1);
    stopping.better(0.91, 1);
    stopping.better(0.8, 1);
    assertFalse(stopping.exhausted());
  }
}
