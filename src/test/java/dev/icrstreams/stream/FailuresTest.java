package dev.icrstreams.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.RejectedFieldException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FailuresTest {
  @Test
  void whatKafkaStreamsWouldNotCatchBecomesARejection() {
    assertInternal(
        () -> {
          Object text = "text";
          return (Integer) text;
        });
    assertInternal(FailuresTest::endless);
    assertInternal(
        () -> {
          throw new IllegalStateException("with the field's content");
        });
  }

  @Test
  void aRejectionPassesAsItIs() {
    var rejection = new RejectedFieldException(ErrorCode.EMPTY, "the value is empty");
    assertSame(
        rejection,
        assertThrows(
            RejectedFieldException.class,
            () ->
                Failures.guarded(
                    () -> {
                      throw rejection;
                    })));
  }

  private static void assertInternal(Supplier<Integer> work) {
    var e = assertThrows(RejectedFieldException.class, () -> Failures.guarded(work));
    assertEquals(ErrorCode.INTERNAL_ERROR, e.code());
    assertEquals(-1, e.getMessage().indexOf("content"));
  }

  @SuppressWarnings("InfiniteRecursion")
  private static Integer endless() {
    return endless() + 1;
  }
}
