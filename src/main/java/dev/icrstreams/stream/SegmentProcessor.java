package dev.icrstreams.stream;

import dev.icrstreams.segment.Lattice;
import org.apache.kafka.streams.processor.api.Record;

/** Pixels to the lattice of digit candidates. */
final class SegmentProcessor extends ReaderProcessor<String, Scan, String, Scan.Segmented> {
  SegmentProcessor(ThreadReaders readers) {
    super(readers);
  }

  @Override
  public void process(Record<String, Scan> record) {
    Scan scan = record.value();
    Lattice lattice = Failures.guarded(() -> reader().segment(scan.image()));
    context().forward(record.withValue(new Scan.Segmented(scan, lattice)));
  }
}
