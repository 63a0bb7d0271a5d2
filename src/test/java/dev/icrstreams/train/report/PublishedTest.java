package dev.icrstreams.train.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.evaluate.Share;
import org.junit.jupiter.api.Test;

class PublishedTest {
  private final Published cnn = Published.of("cnn-64-32").orElseThrow();

  @Test
  void callsBetterOrWorseOnlyWhatChanceDoesNotExplain() {
    assertEquals("better", cnn.beside(new Share(9950, 10_000)));
    assertEquals("no clear difference", cnn.beside(new Share(9910, 10_000)));
    assertEquals("no clear difference", cnn.beside(new Share(9890, 10_000)));
    assertEquals("worse", cnn.beside(new Share(9850, 10_000)));
  }

  @Test
  void knowsNothingOfNetworksNobodyPublished() {
    assertTrue(Published.of("knn").isEmpty());
  }
}
