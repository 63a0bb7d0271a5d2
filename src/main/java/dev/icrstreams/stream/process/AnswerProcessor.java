package dev.icrstreams.stream.process;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Correction;
import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.FieldListener;
import dev.icrstreams.field.Origin;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.stream.failure.Failures;
import dev.icrstreams.stream.failure.Poison;
import dev.icrstreams.wire.CorrectionCodec;
import dev.icrstreams.wire.RecordFormat;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** A reviewer's correction to the field's answer. */
public final class AnswerProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
  /** What a correction holds beside what {@code icr.limit.metadata-bytes} is about. */
  private static final int BESIDE_METADATA = 4_096;

  private final CorrectionCodec codec;
  private final Poison poison;
  private final FieldListener fields;
  private final int maxBytes;

  /** A processor that tells the listener what was answered. */
  public AnswerProcessor(Config config, RecordFormat format, Poison poison, FieldListener fields) {
    this.codec = new CorrectionCodec(config, format);
    this.poison = poison;
    this.fields = fields;
    this.maxBytes = config.get(Keys.LIMIT_METADATA_BYTES) + BESIDE_METADATA;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Origin origin = Origins.of(context());
    if (Origins.isRedriven(record)) {
      fields.redriven();
    }
    poison.check(origin);
    try {
      answer(record);
    } catch (Error e) {
      poison.killed(origin);
      fields.killed(origin.topic());
      throw e;
    }
  }

  private void answer(Record<byte[], byte[]> record) {
    if (record.value() != null && record.value().length > maxBytes) {
      throw new RejectedFieldException(
          ErrorCode.TOO_LARGE,
          "the correction has " + record.value().length + " bytes, the limit is " + maxBytes);
    }
    Correction correction = Failures.guarded(() -> codec.decode(record.key(), record.value()));
    byte[] value = Failures.guarded(() -> codec.recognizedNumber(correction));
    context()
        .forward(
            record
                .withKey(correction.fieldId().getBytes(StandardCharsets.UTF_8))
                .withValue(value)
                .withHeaders(new RecordHeaders()));
    fields.corrected(correction.verdict());
  }
}
