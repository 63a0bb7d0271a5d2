package dev.icrstreams.stream.process;

import dev.icrstreams.config.Config;
import dev.icrstreams.field.Answer;
import dev.icrstreams.field.Decision;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.FieldListener;
import dev.icrstreams.field.Reading;
import dev.icrstreams.stream.failure.Failures;
import dev.icrstreams.wire.AnswerEncoder;
import dev.icrstreams.wire.RecordFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** Searches the lattice for the number, decides by the error budget, and routes the answer. */
public final class DecideProcessor
    extends ReaderProcessor<String, Scan.Classified, byte[], byte[]> {
  /** The sink of what is accepted. */
  public static final String RECOGNIZED = "recognized-numbers";

  /** The sink of what people must look at. */
  public static final String REVIEW = "review-items";

  private final AnswerEncoder encoder;
  private final FieldListener fields;

  /** A processor that uses its thread's reader and tells the listener what was decided. */
  public DecideProcessor(
      Config config, RecordFormat format, ThreadReaders readers, FieldListener fields) {
    super(readers);
    this.fields = fields;
    this.encoder = new AnswerEncoder(config, format);
  }

  @Override
  public void process(Record<String, Scan.Classified> record) {
    Answer answer = Failures.guarded(() -> answer(record.value()));
    boolean review = answer.decision().route() == Route.REVIEW;
    byte[] value =
        Failures.guarded(
            () -> review ? encoder.reviewItem(answer) : encoder.recognizedNumber(answer));
    context()
        .forward(
            record
                .withKey(record.key().getBytes(StandardCharsets.UTF_8))
                .withValue(value)
                .withHeaders(new RecordHeaders()),
            review ? REVIEW : RECOGNIZED);
    fields.answered(answer, Instant.ofEpochMilli(record.timestamp()));
  }

  private Answer answer(Scan.Classified classified) {
    Scan scan = classified.segmented().scan();
    Reading reading =
        reader()
            .search(
                scan.image(),
                classified.segmented().segmentation(),
                classified.scores(),
                scan.field().constraints());
    Decision decision = reader().decide(reading);
    Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
    return new Answer(scan.field(), scan.origin(), reading, decision, reader().modelVersion(), now);
  }
}
