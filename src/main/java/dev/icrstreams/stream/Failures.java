package dev.icrstreams.stream;

import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.RejectedFieldException;
import java.util.function.Supplier;

/**
 * Turns whatever one record's work can throw into an exception that Kafka Streams hands to its
 * processing exception handler. A {@link ClassCastException} or an {@link Error} would pass the
 * handler by, end the thread, and come back with the same record for ever.
 */
final class Failures {
  private Failures() {}

  static <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (RejectedFieldException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new RejectedFieldException(
          ErrorCode.INTERNAL_ERROR, "reading failed with " + e.getClass().getName(), e);
    }
  }
}
