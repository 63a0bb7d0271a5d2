package dev.icrstreams.stream.failure;

import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.wire.registry.RegistryException;
import java.util.function.Supplier;

/**
 * Turns whatever one record's work can throw into an exception that Kafka Streams hands to its
 * processing exception handler. A {@link ClassCastException} or an {@link Error} would pass the
 * handler by, end the thread, and come back with the same record for ever. Errors that are not the
 * record's stay what they are: see {@link Poison}.
 */
public final class Failures {
  private Failures() {}

  /** Does some work; what it throws comes out as what the exception handler knows. */
  public static <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (RejectedFieldException | RegistryException e) {
      // the latter is no fault of the record, and ends the thread
      throw e;
    } catch (RuntimeException e) {
      throw new RejectedFieldException(
          ErrorCode.INTERNAL_ERROR, "reading failed with " + e.getClass().getName(), e);
    } catch (StackOverflowError e) {
      // without the error itself: its trace repeats a thousand lines
      throw new RejectedFieldException(
          ErrorCode.TOO_COMPLEX, "reading the field takes more stack than there is");
    } catch (OutOfMemoryError e) {
      if (!isOfHeap(e)) {
        throw e;
      }
      throw new RejectedFieldException(
          ErrorCode.TOO_COMPLEX, "reading the field takes more heap than there is");
    }
  }

  /**
   * Whether one large object can be the reason. Threads, class metadata and native memory run out
   * for other reasons than the record in hand.
   */
  private static boolean isOfHeap(OutOfMemoryError e) {
    String message = e.getMessage();
    return message == null
        || message.startsWith("Java heap space")
        || message.startsWith("GC overhead limit")
        || message.startsWith("Requested array size")
        || message.startsWith("Required length");
  }
}
