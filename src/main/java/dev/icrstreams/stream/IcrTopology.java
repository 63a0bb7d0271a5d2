package dev.icrstreams.stream;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.FieldListener;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.stream.failure.Poison;
import dev.icrstreams.stream.process.AnswerProcessor;
import dev.icrstreams.stream.process.ClassifyProcessor;
import dev.icrstreams.stream.process.DecideProcessor;
import dev.icrstreams.stream.process.DecodeProcessor;
import dev.icrstreams.stream.process.SegmentProcessor;
import dev.icrstreams.stream.process.ThreadReaders;
import dev.icrstreams.wire.RecordFormat;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/**
 * A record's way through the service, as Kafka Streams runs it.
 *
 * <pre>
 *   scanned-fields → decode → segment → classify → decide → recognized-numbers
 *                                                         ↘ review-items
 *   corrections → answer → recognized-numbers
 * </pre>
 *
 * What cannot be read leaves through the exception handler as a dead letter: see {@link
 * DeadLetters}.
 */
public final class IcrTopology {
  static final String SOURCE = "scanned-fields";
  static final String DECODE = "decode";
  static final String SEGMENT = "segment";
  static final String CLASSIFY = "classify";
  static final String DECIDE = "decide";
  static final String RECOGNIZED = DecideProcessor.RECOGNIZED;
  static final String REVIEW = DecideProcessor.REVIEW;
  static final String CORRECTIONS = "corrections";
  static final String ANSWER = "answer";
  static final String ANSWERED = "answered-numbers";

  private IcrTopology() {}

  /**
   * The topology for a configuration; the listener is called on the stream threads.
   *
   * @throws dev.icrstreams.config.ConfigException if a list of allowed numbers cannot be used
   */
  public static Topology of(Config config, StageListener listener) {
    return of(config, listener, FieldListener.NONE);
  }

  /** The same, with somebody who wants to know what becomes of the fields. */
  public static Topology of(Config config, StageListener listener, FieldListener fields) {
    return of(config, RecordFormat.of(config), listener, fields);
  }

  /** The same in a record format that somebody else will close. */
  public static Topology of(
      Config config, RecordFormat format, StageListener listener, FieldListener fields) {
    ThreadReaders readers = new ThreadReaders(config, listener);
    Poison poison = new Poison();
    var bytesIn = new ByteArrayDeserializer();
    var bytesOut = new ByteArraySerializer();
    return new Topology()
        .addSource(SOURCE, bytesIn, bytesIn, config.get(Keys.SCANNED_FIELDS))
        .addProcessor(
            DECODE,
            stage(() -> new DecodeProcessor(config, format, readers, poison, fields)),
            SOURCE)
        .addProcessor(SEGMENT, stage(() -> new SegmentProcessor(readers)), DECODE)
        .addProcessor(CLASSIFY, stage(() -> new ClassifyProcessor(readers, fields)), SEGMENT)
        .addProcessor(
            DECIDE, stage(() -> new DecideProcessor(config, format, readers, fields)), CLASSIFY)
        .addSink(RECOGNIZED, config.get(Keys.RECOGNIZED_NUMBERS), bytesOut, bytesOut, DECIDE)
        .addSink(REVIEW, config.get(Keys.REVIEW_ITEMS), bytesOut, bytesOut, DECIDE)
        .addSource(CORRECTIONS, bytesIn, bytesIn, config.get(Keys.CORRECTIONS))
        .addProcessor(
            ANSWER, stage(() -> new AnswerProcessor(config, format, poison, fields)), CORRECTIONS)
        .addSink(ANSWERED, config.get(Keys.RECOGNIZED_NUMBERS), bytesOut, bytesOut, ANSWER);
  }

  private static <A, B, C, D> ProcessorSupplier<A, B, C, D> stage(
      ProcessorSupplier<A, B, C, D> supplier) {
    return supplier;
  }
}
