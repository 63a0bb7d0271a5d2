package dev.icrstreams.wire;

/** The headers of dead letters. */
public final class DeadLetterHeaders {
  /** The name of the {@link dev.icrstreams.field.ErrorCode}. */
  public static final String ERROR_CODE = "icr-error-code";

  /** How many bytes the original value had, where it was too large to go on. */
  public static final String OMITTED_BYTES = "icr-value-omitted-bytes";

  /** Before the names of Kafka Streams' own headers (KIP-1034). */
  public static final String STREAMS_PREFIX = "__streams.errors.";

  /** The input record's topic. */
  public static final String TOPIC = STREAMS_PREFIX + "topic";

  /** The input record's partition. */
  public static final String PARTITION = STREAMS_PREFIX + "partition";

  /** The input record's offset. */
  public static final String OFFSET = STREAMS_PREFIX + "offset";

  private DeadLetterHeaders() {}
}
