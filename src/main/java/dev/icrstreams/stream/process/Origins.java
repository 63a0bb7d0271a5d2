package dev.icrstreams.stream.process;

import dev.icrstreams.field.Origin;
import dev.icrstreams.wire.DeadLetterHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Where the record in hand came from. */
final class Origins {
  private Origins() {}

  /** Its topic, partition and offset; only of use in a node that follows a source. */
  public static Origin of(ProcessorContext<?, ?> context) {
    return context
        .recordMetadata()
        .map(meta -> new Origin(meta.topic(), meta.partition(), meta.offset()))
        .orElseThrow();
  }

  /** Whether it had been a dead letter. */
  static boolean isRedriven(Record<?, ?> record) {
    return record.headers().lastHeader(DeadLetterHeaders.REDRIVES) != null;
  }
}
