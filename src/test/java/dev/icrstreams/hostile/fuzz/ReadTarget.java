package dev.icrstreams.hostile.fuzz;

import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.read.FieldReader;

/** An image file through the whole reader: a reading that can be decided on, or a rejection. */
public final class ReadTarget {
  private static final FieldReader READER =
      FieldReader.create(DecodeTarget.CONFIG, StageListener.NONE);

  private ReadTarget() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    try {
      Reading reading = READER.read(bytes, Constraints.NONE);
      if (!(reading.confidence() >= 0 && reading.confidence() <= 1)) {
        throw new AssertionError("confidence " + reading.confidence());
      }
      READER.decide(reading);
    } catch (RejectedFieldException e) {
      Rejection.mustBeExplained(e);
    }
  }
}
