package dev.icrstreams.cli.output;

import dev.icrstreams.train.tune.Outcome;
import dev.icrstreams.train.tune.Rungs;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Shows a search: a line a trial. */
public final class TuneProgress implements Consumer<Outcome> {
  private final PrintWriter err;
  private final int all;
  private final List<Outcome> known;
  private int done;

  /**
   * Begins with what the search will do.
   *
   * @param known outcomes from before, which it passes over
   */
  public TuneProgress(PrintWriter err, Rungs rungs, List<Outcome> known) {
    this.err = err;
    this.known = known;
    all = rungs.rungs().stream().mapToInt(Rungs.Rung::trials).sum();
    rungs
        .rungs()
        .forEach(rung -> err.printf("trials %d, epochs %d%n", rung.trials(), rung.epochs()));
    err.printf(Locale.ROOT, "together epochs %,d%n", rungs.epochs());
    if (!known.isEmpty()) {
      err.printf("judged already %d%n", known.size());
    }
    err.flush();
  }

  @Override
  public void accept(Outcome outcome) {
    done++;
    if (known.contains(outcome)) {
      return;
    }
    err.printf(
        Locale.ROOT,
        "%d of %d: trial %d, epochs %d: %s, %.1f s%n",
        done,
        all,
        outcome.trial(),
        outcome.epochs(),
        outcome.accuracy() == null
            ? "failed: " + outcome.failure()
            : String.format(Locale.ROOT, "%.4f", outcome.accuracy()),
        outcome.seconds());
    err.flush();
  }
}
