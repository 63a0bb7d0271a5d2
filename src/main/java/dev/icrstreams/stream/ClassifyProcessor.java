package dev.icrstreams.stream;

import dev.icrstreams.read.Scores;
import org.apache.kafka.streams.processor.api.Record;

/** A field through both networks. */
final class ClassifyProcessor
    extends ReaderProcessor<String, Scan.Segmented, String, Scan.Classified> {
  ClassifyProcessor(ThreadReaders readers) {
    super(readers);
  }

  @Override
  public void process(Record<String, Scan.Segmented> record) {
    Scan.Segmented segmented = record.value();
    Scores scores = Failures.guarded(() -> reader().classify(segmented.segmentation()));
    context().forward(record.withValue(new Scan.Classified(segmented, scores)));
  }
}
