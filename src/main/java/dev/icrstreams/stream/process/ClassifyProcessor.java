package dev.icrstreams.stream.process;

import dev.icrstreams.field.FieldListener;
import dev.icrstreams.read.Scores;
import dev.icrstreams.stream.failure.Failures;
import org.apache.kafka.streams.processor.api.Record;

/** A field through both networks. */
public final class ClassifyProcessor
    extends ReaderProcessor<String, Scan.Segmented, String, Scan.Classified> {
  private final FieldListener fields;

  /** A processor that uses its thread's reader. */
  public ClassifyProcessor(ThreadReaders readers, FieldListener fields) {
    super(readers);
    this.fields = fields;
  }

  @Override
  public void process(Record<String, Scan.Segmented> record) {
    Scan.Segmented segmented = record.value();
    fields.segmented(segmented.segmentation().lattice().candidates().size());
    Scores scores = Failures.guarded(() -> reader().classify(segmented.segmentation()));
    context().forward(record.withValue(new Scan.Classified(segmented, scores)));
  }
}
