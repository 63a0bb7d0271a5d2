package dev.icrstreams.train.sequence;

import dev.icrstreams.train.sequence.FieldSource.Labelled;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The fields that an epoch learns from: some new ones, made while the epoch before went on, and
 * those of the epochs just before. For one consuming thread.
 */
final class FieldWindow implements AutoCloseable {
  private final ExecutorService maker =
      Executors.newSingleThreadExecutor(task -> StripBatches.daemon(task, "field-maker"));
  private final FieldSource source;
  private final SequencePlan plan;
  private final Deque<List<TrainingField>> kept = new ArrayDeque<>();
  private Future<List<Labelled>> next;
  private int epoch;

  FieldWindow(FieldSource source, SequencePlan plan) {
    this.source = source;
    this.plan = plan;
    prepare(plan.training().threads());
  }

  /** The fields of the next epoch. */
  List<TrainingField> next() throws InterruptedException {
    try {
      kept.add(next.get().stream().map(Labelled::field).toList());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    if (kept.size() > plan.window()) {
      kept.remove();
    }
    epoch++;
    if (epoch < plan.training().epochs()) {
      prepare(1);
    }
    return kept.stream().flatMap(List::stream).toList();
  }

  private void prepare(int threads) {
    long from = (long) epoch * plan.fields();
    next = maker.submit(() -> source.make(from, plan.fields(), threads));
  }

  @Override
  public void close() {
    maker.shutdownNow();
  }
}
