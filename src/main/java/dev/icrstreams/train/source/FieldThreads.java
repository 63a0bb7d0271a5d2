package dev.icrstreams.train.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Makes something of synthetic fields on several threads. Stateless. */
public final class FieldThreads {
  private FieldThreads() {}

  /**
   * What a worker makes of each index from {@code from} on, in their order: how many threads makes
   * no difference.
   *
   * @param worker gives every thread a worker of its own
   */
  public static <T> List<T> make(
      long from, int count, int threads, Supplier<LongFunction<T>> worker)
      throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads, task -> daemon(task, "fields"));
    try {
      List<T> made = new ArrayList<>(Collections.nCopies(count, null));
      List<Future<?>> shares = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int first = thread;
        shares.add(
            workers.submit(
                () -> {
                  LongFunction<T> own = worker.get();
                  for (int i = first; i < count && !Thread.interrupted(); i += threads) {
                    made.set(i, make(own, from + i));
                  }
                }));
      }
      for (Future<?> share : shares) {
        share.get();
      }
      return made;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private static <T> T make(LongFunction<T> worker, long index) {
    try {
      return worker.apply(index);
    } catch (RuntimeException e) {
      throw new IllegalStateException("the synthetic field " + index + " failed: " + e, e);
    }
  }

  /** A thread that does not keep the process alive. */
  public static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
