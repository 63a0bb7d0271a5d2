package dev.icrstreams.train.source;

import dev.icrstreams.train.plan.TrainingPlan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What an epoch learns from: what came of some new fields, made while the epoch before went on, and
 * of those of the epochs just before. For one consuming thread.
 */
public final class FieldWindow<T> implements AutoCloseable {
  /** Makes what is learned from. */
  @FunctionalInterface
  public interface Source<T> {
    /** What comes of the fields of the indices from {@code from} on. */
    List<T> make(long from, int fields, int threads) throws InterruptedException;
  }

  private final ExecutorService maker =
      Executors.newSingleThreadExecutor(task -> FieldThreads.daemon(task, "field-maker"));
  private final Source<T> source;
  private final int fields;
  private final int window;
  private final int epochs;
  private final int threads;
  private final Deque<List<T>> kept = new ArrayDeque<>();
  private Future<List<T>> next;
  private int epoch;

  /**
   * A window with nothing in it as yet.
   *
   * @param plan how many epochs there are, and threads for the first one, which is waited for
   * @param fields new ones for every epoch
   * @param window epochs for which they are used
   */
  public FieldWindow(Source<T> source, TrainingPlan plan, int fields, int window) {
    this.source = source;
    this.fields = fields;
    this.window = window;
    this.epochs = plan.epochs();
    this.threads = plan.threads();
  }

  /**
   * What an epoch learns from; epochs must follow each other, but the first call may be for any.
   *
   * @param number counted from 1
   */
  public List<T> next(int number) throws InterruptedException {
    if (next == null) {
      for (epoch = Math.max(0, number - window); epoch < number - 1; epoch++) {
        kept.add(source.make((long) epoch * fields, fields, threads));
      }
      prepare(threads);
    }
    try {
      kept.add(next.get());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    }
    if (kept.size() > window) {
      kept.remove();
    }
    epoch++;
    if (epoch < epochs) {
      prepare(1);
    }
    return kept.stream().flatMap(List::stream).toList();
  }

  private void prepare(int many) {
    long from = (long) epoch * fields;
    next = maker.submit(() -> source.make(from, fields, many));
  }

  @Override
  public void close() {
    maker.shutdownNow();
  }
}
