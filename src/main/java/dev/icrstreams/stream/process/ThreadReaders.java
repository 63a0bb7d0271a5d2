package dev.icrstreams.stream.process;

import dev.icrstreams.config.Config;
import dev.icrstreams.constrain.AllowedLists;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.read.FieldReader;
import java.util.HashMap;
import java.util.Map;

/**
 * One reader for each stream thread, however many tasks and nodes the thread has: made when its
 * first node asks, closed when its last node lets go. Threads may share it.
 */
public final class ThreadReaders {
  private final Config config;
  private final AllowedLists lists;
  private final StageListener listener;
  private final Map<Thread, Shared> readers = new HashMap<>();

  /** Readers that are made when a thread asks first. */
  public ThreadReaders(Config config, StageListener listener) {
    this.config = config;
    this.lists = AllowedLists.load(config);
    this.listener = listener;
  }

  private static final class Shared {
    final FieldReader reader;
    int users;

    Shared(FieldReader reader) {
      this.reader = reader;
    }
  }

  /** The calling thread's reader, until {@link #release}. */
  synchronized FieldReader acquire() {
    Shared shared =
        readers.computeIfAbsent(
            Thread.currentThread(),
            thread -> new Shared(FieldReader.create(config, lists, listener)));
    shared.users++;
    return shared.reader;
  }

  /** The calling thread is done with one {@link #acquire}. */
  synchronized void release() {
    Shared shared = readers.get(Thread.currentThread());
    if (shared != null && --shared.users == 0) {
      readers.remove(Thread.currentThread());
      shared.reader.close();
    }
  }
}
