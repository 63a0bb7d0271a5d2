package dev.icrstreams.wire;

import java.util.Set;

/** The headers of dead letters. */
public final class DeadLetterHeaders {
  /** The name of the {@link dev.icrstreams.field.ErrorCode}. */
  public static final String ERROR_CODE = "icr-error-code";

  /** How many bytes the original value had, where it was too large to go on. */
  public static final String OMITTED_BYTES = "icr-value-omitted-bytes";

  /** How many bytes the original headers had, where they were too large to go on. */
  public static final String OMITTED_HEADER_BYTES = "icr-headers-omitted-bytes";

  /** How many bytes the original key had, where it was too large to go on. */
  public static final String OMITTED_KEY_BYTES = "icr-key-omitted-bytes";

  /** How many times a record has been redriven; on the input record, and so on its next letter. */
  public static final String REDRIVES = "icr-redrive-count";

  /** Before the names of Kafka Streams' own headers (KIP-1034). */
  public static final String STREAMS_PREFIX = "__streams.errors.";

  /** The input record's topic. */
  public static final String TOPIC = STREAMS_PREFIX + "topic";

  /** The input record's partition. */
  public static final String PARTITION = STREAMS_PREFIX + "partition";

  /** The input record's offset. */
  public static final String OFFSET = STREAMS_PREFIX + "offset";

  private static final Set<String> OWN =
      Set.of(ERROR_CODE, OMITTED_BYTES, OMITTED_HEADER_BYTES, OMITTED_KEY_BYTES);

  private DeadLetterHeaders() {}

  /** Whether a header tells of a rejection and is none of the original record's. */
  public static boolean isOfLetters(String name) {
    return OWN.contains(name) || name.startsWith(STREAMS_PREFIX);
  }
}
