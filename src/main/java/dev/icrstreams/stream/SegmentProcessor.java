package dev.icrstreams.stream;

import dev.icrstreams.read.Segmentation;
import org.apache.kafka.streams.processor.api.Record;

/** Pixels to what both readers work on. */
final class SegmentProcessor extends ReaderProcessor<String, Scan, String, Scan.Segmented> {
  SegmentProcessor(ThreadReaders readers) {
    super(readers);
  }

  @Override
  public void process(Record<String, Scan> record) {
    Scan scan = record.value();
    Segmentation segmentation = Failures.guarded(() -> reader().segment(scan.image()));
    context().forward(record.withValue(new Scan.Segmented(scan, segmentation)));
  }
}
