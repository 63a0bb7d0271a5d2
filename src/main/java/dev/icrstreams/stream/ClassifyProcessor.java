package dev.icrstreams.stream;

import org.apache.kafka.streams.processor.api.Record;

/** All candidates of a field through the CNN, in one batch. */
final class ClassifyProcessor
    extends ReaderProcessor<String, Scan.Segmented, String, Scan.Classified> {
  ClassifyProcessor(ThreadReaders readers) {
    super(readers);
  }

  @Override
  public void process(Record<String, Scan.Segmented> record) {
    Scan.Segmented segmented = record.value();
    float[][] logProbabilities = Failures.guarded(() -> reader().classify(segmented.lattice()));
    context().forward(record.withValue(new Scan.Classified(segmented, logProbabilities)));
  }
}
