package dev.icrstreams.cli;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.cli.output.SilentTraining;
import dev.icrstreams.cli.output.TuneProgress;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.data.IdxFiles;
import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.declare.Declarations;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.source.DigitSource;
import dev.icrstreams.train.tune.DeclaredObjective;
import dev.icrstreams.train.tune.Outcome;
import dev.icrstreams.train.tune.Rungs;
import dev.icrstreams.train.tune.Search;
import dev.icrstreams.train.tune.SearchSpace;
import dev.icrstreams.train.tune.Trial;
import dev.icrstreams.train.tune.TrialLog;
import dev.icrstreams.train.tune.TrialTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code icr tune}. */
@Command(
    name = "tune",
    description = {
      "Searches for good values of a network's declaration within declared ranges: by successive"
          + " halving, which trains all trials for a few epochs and only the better ones for more,"
          + " or at random.",
      "A search that was broken off goes on with the same command. At the end the trials are listed,"
          + " the best first, and its declaration is written, for icr train --network FILE.yml.",
      "Trials are compared on images held out of the training half; the test half is not looked at."
    },
    showDefaultValues = true)
final class TuneCommand implements Callable<Integer> {
  /** How trials get their epochs. */
  enum Strategy {
    /** Few epochs for all, more for the better ones. */
    HALVING,
    /** All epochs for all. */
    RANDOM
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--network",
      paramLabel = "NAME|FILE.yml",
      required = true,
      description = "What to tune: a name that icr train --list lists, or a declaration's path.")
  private String network;

  @Option(
      names = "--ranges",
      paramLabel = "FILE.yml",
      description =
          "What to vary: under each parameter, such as training.rate, layers[3].dropout or"
              + " layers[*].dropout, {kind: log, from: 0.0001, to: 0.01}, {kind: linear, …} or"
              + " {kind: choice, values: […]}. If not given, those that ship with the network.")
  private Path ranges;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "As icr train takes it.")
  private Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "For log, trials and the best declaration; if not given, runs/tune-NAME.")
  private Path out;

  @Option(
      names = "--search",
      paramLabel = "halving|random",
      defaultValue = "halving",
      description = "How trials get their epochs.")
  private Strategy strategy;

  @Option(names = "--trials", paramLabel = "N", defaultValue = "27", description = "Trials.")
  private int trials;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Of the last trials; if not given, the declaration's.")
  private Integer epochs;

  @Option(
      names = "--first-epochs",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the first trials, at least: the fewest that tell anything. Halving only.")
  private int firstEpochs;

  @Option(
      names = "--keep",
      paramLabel = "N",
      defaultValue = "3",
      description = "One trial of N goes on, for N times as many epochs. Halving only.")
  private int keep;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Only the first N training digits; 0 for all; if not given, the declaration's.")
  private Integer limit;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the trials' values, and of every training.")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads for arithmetic.")
  private int threads;

  @Override
  public Integer call() {
    try {
      return search();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILED;
    }
  }

  private int search() throws IOException, InterruptedException {
    Declaration declaration = declaration();
    String text = rangesText(declaration);
    SearchSpace space = space(text);
    int most = epochs == null ? declaration.fitting().epochs() : epochs;
    Rungs rungs = rungs(most);
    Path folder = out == null ? Path.of("runs", "tune-" + declaration.name()) : out;
    int first = limit == null ? declaration.fitting().limit() : limit;
    TrainingPlan plan = plan(declaration, folder, most, first);
    Map<String, String> hashes = hashes();
    Files.createDirectories(folder);
    try (TrialLog log =
        TrialLog.open(
            folder,
            Map.of(
                "network", declaration.name(),
                "declaration", DigitModel.sha256(declaration.bytes()),
                "ranges", text,
                "data", hashes.toString(),
                "limit", Integer.toString(first),
                "seed", Long.toString(seed)))) {
      List<Trial> all = space.trials(trials, seed);
      DeclaredObjective objective = objective(declaration, plan, all, most);
      TuneProgress progress = new TuneProgress(spec.commandLine().getErr(), rungs, log.outcomes());
      List<Outcome> outcomes = new Search(objective, log, progress).run(all, rungs);
      TrialTable.of(outcomes, space.parameters()).forEach(spec.commandLine().getOut()::println);
      return best(
          outcomes.get(0),
          all,
          objective,
          most,
          folder.resolve("best-" + declaration.name() + ".yml"));
    }
  }

  private int best(Outcome best, List<Trial> all, DeclaredObjective objective, int most, Path file)
      throws IOException {
    if (best.accuracy() == null) {
      spec.commandLine().getErr().println("icr tune: every trial failed: " + best.failure());
      return ExitCode.FAILED;
    }
    String comment =
        String.format(
            Locale.ROOT,
            "# %s, trial %d of %d by icr tune, seed %d: %.4f of the validation images right after"
                + " %d epochs.%n",
            objective.network(),
            best.trial(),
            all.size(),
            seed,
            best.accuracy(),
            best.epochs());
    Files.writeString(file, comment + objective.yaml(all.get(best.trial() - 1), most));
    spec.commandLine().getErr().println("the best declaration is " + file);
    return ExitCode.DONE;
  }

  private DeclaredObjective objective(
      Declaration declaration, TrainingPlan plan, List<Trial> all, int most) throws IOException {
    try {
      DeclaredObjective objective = new DeclaredObjective(declaration, plan, new SilentTraining());
      // ranges that do not fit the declaration are found before an hour has gone
      objective.check(all.get(0), most);
      return objective;
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private TrainingPlan plan(Declaration declaration, Path folder, int most, int first) {
    try {
      return TrainingPlan.of(declaration, data, folder)
          .with(declaration.name(), seed, most, first, threads, "");
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private Declaration declaration() throws IOException {
    try {
      return Declarations.find(network);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private String rangesText(Declaration declaration) throws IOException {
    if (ranges != null) {
      try {
        return Files.readString(ranges);
      } catch (NoSuchFileException e) {
        throw new ConfigException("there is no " + ranges);
      }
    }
    return SearchSpace.shipped(declaration.name())
        .orElseThrow(
            () -> usage("no ranges ship with " + declaration.name() + "; name a file by --ranges"));
  }

  private SearchSpace space(String text) {
    try {
      return SearchSpace.parse(ranges == null ? "ranges" : ranges.toString(), text);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private Rungs rungs(int most) {
    if (trials < 1 || most < 1) {
      throw usage("--trials and --epochs must be at least 1");
    }
    try {
      return strategy == Strategy.RANDOM
          ? Rungs.random(trials, most)
          : Rungs.halving(trials, most, firstEpochs, keep);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private Map<String, String> hashes() throws IOException {
    try {
      return DigitSource.open(data).hashes();
    } catch (NoSuchFileException e) {
      throw new ConfigException("there is no data in " + data + ". " + IdxFiles.WHERE);
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
