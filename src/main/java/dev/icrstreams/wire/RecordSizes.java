package dev.icrstreams.wire;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;

/**
 * How large records may get. A producer that refuses a record under exactly-once aborts the
 * transaction, and nothing rescues it; so whatever goes out must fit beforehand.
 */
public final class RecordSizes {
  /** What an output record may be larger than the input limit, in bytes. */
  private static final int ALLOWANCE = 1_048_576;

  /** What a record needs beside value and original headers: key, own headers, batch framing. */
  static final int FRAMING = 65_536;

  private RecordSizes() {}

  /** The largest output record, in bytes: the input limit and 1 MiB. */
  public static int largestOutput(Config config) {
    return Math.addExact(config.get(Keys.LIMIT_RECORD_BYTES), ALLOWANCE);
  }

  /**
   * The largest input record that a topic should let in, in bytes: over the limit, so that it is
   * answered with TOO_LARGE, and small enough to go on whole as a dead letter.
   */
  public static int largestInput(Config config) {
    return largestOutput(config) - FRAMING;
  }
}
