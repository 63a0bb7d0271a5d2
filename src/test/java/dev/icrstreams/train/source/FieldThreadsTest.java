package dev.icrstreams.train.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldThreadsTest {
  @Test
  void keepsTheOrderOnAnyNumberOfThreads() throws InterruptedException {
    for (int threads = 1; threads < 4; threads++) {
      assertEquals(
          List.of(10L, 11L, 12L, 13L, 14L), FieldThreads.make(10, 5, threads, () -> at -> at));
    }
  }

  @Test
  void namesTheFieldThatFailedAndWhy() {
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () ->
                FieldThreads.make(
                    100,
                    8,
                    2,
                    () ->
                        at -> {
                          if (at == 105) {
                            throw new IllegalArgumentException("no ink");
                          }
                          return at;
                        }));
    assertTrue(failure.getMessage().contains("field 105"), failure.getMessage());
    assertTrue(failure.getMessage().contains("no ink"), failure.getMessage());
  }
}
