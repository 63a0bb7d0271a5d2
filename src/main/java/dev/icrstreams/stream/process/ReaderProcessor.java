package dev.icrstreams.stream.process;

import dev.icrstreams.read.FieldReader;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** A node that works with its thread's reader. */
abstract class ReaderProcessor<KIn, VIn, KOut, VOut>
    extends ContextualProcessor<KIn, VIn, KOut, VOut> {
  private final ThreadReaders readers;
  private FieldReader reader;

  ReaderProcessor(ThreadReaders readers) {
    this.readers = readers;
  }

  @Override
  public void init(ProcessorContext<KOut, VOut> context) {
    super.init(context);
    reader = readers.acquire();
  }

  final FieldReader reader() {
    return reader;
  }

  @Override
  public void close() {
    if (reader != null) {
      reader = null;
      readers.release();
    }
  }
}
