package dev.icrstreams.stream.process;

import dev.icrstreams.config.Config;
import dev.icrstreams.field.FieldListener;
import dev.icrstreams.field.Origin;
import dev.icrstreams.field.ScannedField;
import dev.icrstreams.stream.failure.Failures;
import dev.icrstreams.stream.failure.Poison;
import dev.icrstreams.wire.InputDecoder;
import dev.icrstreams.wire.RecordFormat;
import org.apache.kafka.streams.processor.api.Record;

/** Bytes to a scanned field with decoded pixels. */
public final class DecodeProcessor extends ReaderProcessor<byte[], byte[], String, Scan> {
  private final InputDecoder decoder;
  private final Poison poison;
  private final FieldListener fields;

  /** A processor that uses its thread's reader and refuses what is poison. */
  public DecodeProcessor(
      Config config,
      RecordFormat format,
      ThreadReaders readers,
      Poison poison,
      FieldListener fields) {
    super(readers);
    this.decoder = new InputDecoder(config, format);
    this.poison = poison;
    this.fields = fields;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    fields.received();
    Origin origin = Origins.of(context());
    if (Origins.isRedriven(record)) {
      fields.redriven();
    }
    poison.check(origin);
    try {
      Scan scan = Failures.guarded(() -> decode(origin, record));
      // the nodes that follow work within this call
      context().forward(record.withKey(scan.field().fieldId()).withValue(scan));
    } catch (Error e) {
      poison.killed(origin);
      fields.killed(origin.topic());
      throw e;
    }
  }

  private Scan decode(Origin origin, Record<byte[], byte[]> record) {
    ScannedField field = decoder.decode(origin, record.key(), record.value(), record.headers());
    reader().check(field.constraints());
    return new Scan(field, origin, reader().decode(field.image()));
  }
}
