package dev.icrstreams.stream.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.RejectedFieldException;
import java.util.List;
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
    assertInternal(
        () -> {
          throw new IllegalStateException("with the field's content");
        });
  }

  @Test
  void whatTakesTooMuchStackOrHeapIsTooComplex() {
    assertRejected(ErrorCode.TOO_COMPLEX, FailuresTest::endless);
    assertRejected(ErrorCode.TOO_COMPLEX, () -> new long[Integer.MAX_VALUE].length);
    assertRejected(
        ErrorCode.TOO_COMPLEX,
        () -> {
          throw new OutOfMemoryError("Java heap space");
        });
  }

  @Test
  void errorsThatAreNotTheRecordsPass() {
    for (Error error :
        List.of(
            new OutOfMemoryError("unable to create native thread"),
            new OutOfMemoryError("Metaspace"),
            new InternalError("native"))) {
      assertSame(
          error,
          assertThrows(
              Error.class,
              () ->
                  Failures.guarded(
                      () -> {
                        throw error;
                      })));
    }
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
    assertRejected(ErrorCode.INTERNAL_ERROR, work);
  }

  private static void assertRejected(ErrorCode code, Supplier<Integer> work) {
    var e = assertThrows(RejectedFieldException.class, () -> Failures.guarded(work));
    assertEquals(code, e.code());
    assertEquals(-1, e.getMessage().indexOf("content"));
  }

  @SuppressWarnings("InfiniteRecursion")
  private static Integer endless() {
    return endless() + 1;
  }
}
