package dev.icrstreams.train.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.train.declare.Fitting.Schedule;
import org.junit.jupiter.api.Test;

class RatesTest {
  @Test
  void aConstantRateStays() {
    Rates rates = new Rates(Schedule.CONSTANT, 0.5, 0, 100);
    assertEquals(0.5, rates.at(0));
    assertEquals(0.5, rates.at(99));
  }

  @Test
  void aCosineFallsToAlmostNothing() {
    Rates rates = new Rates(Schedule.COSINE, 1, 0, 100);
    assertEquals(1, rates.at(0), 1e-9);
    assertEquals(0.501, rates.at(50), 1e-9);
    assertTrue(rates.at(99) < 0.01);
  }

  @Test
  void stepsAreATenthEach() {
    Rates rates = new Rates(Schedule.STEPS, 1, 0, 100);
    assertEquals(1, rates.at(49));
    assertEquals(0.1, rates.at(50));
    assertEquals(0.01, rates.at(75));
  }

  @Test
  void climbsWhileItWarmsUpForATenthOfTheStepsAtMost() {
    Rates rates = new Rates(Schedule.CONSTANT, 1, 40, 100);
    assertEquals(0.1, rates.at(0), 1e-9);
    assertEquals(1, rates.at(9), 1e-9);
    assertEquals(1, rates.at(10), 1e-9);
  }
}
