package dev.icrstreams.stream;

import dev.icrstreams.field.Correction;
import dev.icrstreams.wire.CorrectionCodec;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** A reviewer's correction to the field's answer. */
final class AnswerProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
  private final CorrectionCodec codec = new CorrectionCodec();

  @Override
  public void process(Record<byte[], byte[]> record) {
    Correction correction = Failures.guarded(() -> codec.decode(record.key(), record.value()));
    context()
        .forward(
            record
                .withKey(correction.fieldId().getBytes(StandardCharsets.UTF_8))
                .withValue(codec.recognizedNumber(correction))
                .withHeaders(new RecordHeaders()));
  }
}
