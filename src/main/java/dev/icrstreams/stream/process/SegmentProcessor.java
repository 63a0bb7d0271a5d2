package dev.icrstreams.stream.process;

import dev.icrstreams.read.Segmentation;
import dev.icrstreams.stream.failure.Failures;
import org.apache.kafka.streams.processor.api.Record;

/** Pixels to what both readers work on. */
public final class SegmentProcessor extends ReaderProcessor<String, Scan, String, Scan.Segmented> {
  /** A processor that uses its thread's reader. */
  public SegmentProcessor(ThreadReaders readers) {
    super(readers);
  }

  @Override
  public void process(Record<String, Scan> record) {
    Scan scan = record.value();
    Segmentation segmentation = Failures.guarded(() -> reader().segment(scan.image()));
    context().forward(record.withValue(new Scan.Segmented(scan, segmentation)));
  }
}
