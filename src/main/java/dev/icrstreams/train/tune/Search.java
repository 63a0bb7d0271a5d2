package dev.icrstreams.train.tune;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Judges trials rung by rung; what the log has already is not judged again. For one thread. */
public final class Search {
  private static final double NANOS = 1e9;

  private final Objective objective;
  private final TrialLog log;
  private final Consumer<Outcome> listener;

  /**
   * A search.
   *
   * @param log which it goes on with; the caller closes it
   * @param listener told of every outcome, those from the log included
   */
  public Search(Objective objective, TrialLog log, Consumer<Outcome> listener) {
    this.objective = objective;
    this.log = log;
    this.listener = listener;
  }

  /**
   * Searches among these trials; on the first rung all of them are judged.
   *
   * @return the last outcome of each trial, the best first
   * @throws IOException if the log cannot be written or the objective not be asked
   * @throws InterruptedException if the thread is interrupted; the log has all that was judged
   */
  public List<Outcome> run(List<Trial> trials, Rungs rungs)
      throws IOException, InterruptedException {
    List<Trial> left = trials;
    List<Outcome> last = new ArrayList<>();
    for (Rungs.Rung rung : rungs.rungs()) {
      List<Trial> judged = left.subList(0, Math.min(rung.trials(), left.size()));
      List<Outcome> outcomes = new ArrayList<>();
      for (Trial trial : judged) {
        outcomes.add(judge(trial, rung.epochs()));
      }
      outcomes.sort(Outcome.BEST_FIRST);
      last.removeIf(before -> outcomes.stream().anyMatch(now -> now.trial() == before.trial()));
      last.addAll(outcomes);
      left =
          outcomes.stream()
              .filter(outcome -> outcome.accuracy() != null)
              .map(outcome -> trial(judged, outcome.trial()))
              .toList();
    }
    last.sort(Outcome.BEST_FIRST);
    return last;
  }

  private Outcome judge(Trial trial, int epochs) throws IOException, InterruptedException {
    Optional<Outcome> known = log.find(trial, epochs);
    if (known.isPresent()) {
      listener.accept(known.get());
      return known.get();
    }
    long start = System.nanoTime();
    Double accuracy = null;
    String failure = null;
    try {
      accuracy = objective.validationAccuracy(trial, epochs);
      if (!Double.isFinite(accuracy)) {
        failure = "its validation accuracy is no number";
        accuracy = null;
      }
    } catch (IllegalArgumentException e) {
      failure = String.valueOf(e.getMessage());
    }
    Outcome outcome =
        new Outcome(
            trial.number(),
            epochs,
            trial.values(),
            accuracy,
            failure,
            (System.nanoTime() - start) / NANOS);
    log.add(outcome);
    listener.accept(outcome);
    return outcome;
  }

  private static Trial trial(List<Trial> trials, int number) {
    return trials.stream().filter(trial -> trial.number() == number).findFirst().orElseThrow();
  }
}
