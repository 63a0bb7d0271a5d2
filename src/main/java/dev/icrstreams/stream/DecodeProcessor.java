package dev.icrstreams.stream;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Origin;
import dev.icrstreams.field.ScannedField;
import dev.icrstreams.wire.InputDecoder;
import org.apache.kafka.streams.processor.api.Record;

/** Bytes to a scanned field with decoded pixels. */
final class DecodeProcessor extends ReaderProcessor<byte[], byte[], String, Scan> {
  private final InputDecoder decoder;

  DecodeProcessor(Config config, ThreadReaders readers) {
    super(readers);
    this.decoder = new InputDecoder(config.get(Keys.LIMIT_RECORD_BYTES));
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Scan scan = Failures.guarded(() -> decode(record));
    context().forward(record.withKey(scan.field().fieldId()).withValue(scan));
  }

  private Scan decode(Record<byte[], byte[]> record) {
    Origin origin =
        context()
            .recordMetadata()
            .map(meta -> new Origin(meta.topic(), meta.partition(), meta.offset()))
            .orElseThrow();
    ScannedField field = decoder.decode(origin, record.key(), record.value(), record.headers());
    reader().check(field.constraints());
    return new Scan(field, origin, reader().decode(field.image()));
  }
}
