package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.cli.output.SilentTraining;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.train.Strokes;
import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.declare.Declarations;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.run.TrainingRun;
import dev.icrstreams.train.tune.DeclaredObjective;
import dev.icrstreams.train.tune.SearchSpace;
import dev.icrstreams.train.tune.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneCommandTest {
  @TempDir Path folder;
  private Path ranges;

  @BeforeEach
  void writeDataAndDeclaration() throws IOException {
    Strokes.write(folder, "train", 300, 1);
    // a test half that nobody can read: who looks at it fails
    Files.writeString(folder.resolve("t10k-images-idx3-ubyte"), "not for tuning");
    Files.writeString(folder.resolve("t10k-labels-idx1-ubyte"), "not for tuning");
    Files.writeString(
        folder.resolve("small.yml"),
        """
        kind: layers
        summary: a small network
        layers:
          - {dense: 8}
          - {dropout: 0.2}
        training: {validation: 0.2, batch: 30, epochs: 4, rate: 0.001}
        """);
    ranges =
        Files.writeString(
            folder.resolve("ranges.yml"),
            """
            training.rate: {kind: log, from: 0.00001, to: 0.01}
            layers[*].dropout: {kind: linear, from: 0.1, to: 0.5}
            """);
  }

  @Test
  void writesTheBestDeclarationAndGoesOnWhereItWasBrokenOff() throws IOException {
    Cli first = tune("--trials", "4", "--keep", "2");
    assertEquals(ExitCode.DONE, first.code(), first.err());
    assertEquals(5, first.lines().size(), first.out());
    assertTrue(first.err().contains("trials 4, epochs 1"), first.err());
    assertTrue(first.err().contains("7 of 7: trial"), first.err());

    Declaration best = Declarations.find(folder.resolve("out/best-small.yml").toString());
    assertEquals(4, best.fitting().epochs());
    String winner = first.lines().get(1).strip();
    assertEquals(best.fitting().rate(), Double.parseDouble(winner.split(" +", -1)[4]), winner);
    assertTrue(best.text().startsWith("# small, trial " + winner.split(" ", -1)[0] + " of 4"));

    Path log = folder.resolve("out/trials.jsonl");
    List<String> lines = new ArrayList<>(Files.readAllLines(log));
    Files.writeString(log, String.join("\n", lines.subList(0, lines.size() - 1)) + "\n");
    Cli again = tune("--trials", "4", "--keep", "2");
    assertEquals(
        1, again.err().lines().filter(line -> line.matches("\\d of 7: .*")).count(), again.err());
    assertEquals(accuracies(first), accuracies(again), "a trial again is the same trial");
  }

  @Test
  void looksAtNoTestHalf() throws IOException {
    assertEquals(ExitCode.DONE, tune("--trials", "1", "--search", "random").code());
    assertNull(TrainingRun.read(folder.resolve("out/trial-001")).test());
  }

  @Test
  void findsRangesThatDoNotFitBeforeItTrains() throws IOException {
    Files.writeString(ranges, "layers[7].dropout: {kind: linear, from: 0.1, to: 0.5}\n");
    Cli place = tune();
    assertEquals(ExitCode.USAGE, place.code());
    assertTrue(place.err().contains("no place for layers[7].dropout"), place.err());

    Files.writeString(ranges, "training.speed: {kind: linear, from: 1, to: 5}\n");
    Cli key = tune("--out", folder.resolve("other").toString());
    assertEquals(ExitCode.USAGE, key.code());
    assertTrue(key.err().contains("training.speed: there is no such key"), key.err());

    Files.writeString(ranges, "training.rate: {kind: log, from: 1}\n");
    Cli mistake = tune();
    assertEquals(ExitCode.USAGE, mistake.code());
    assertTrue(mistake.err().contains("ranges.yml: training.rate: to is missing"), mistake.err());
  }

  @Test
  void shipsRangesThatFitTheirNetworks() throws IOException {
    int shipped = 0;
    for (Declaration network : Declarations.shipped()) {
      Optional<String> yaml = SearchSpace.shipped(network.name());
      if (yaml.isPresent()) {
        TrainingPlan plan = TrainingPlan.of(network, folder, folder.resolve(network.name()));
        DeclaredObjective objective = new DeclaredObjective(network, plan, new SilentTraining());
        for (Trial trial : SearchSpace.parse(network.name(), yaml.get()).trials(20, 1)) {
          objective.check(trial, 3);
        }
        shipped++;
      }
    }
    assertEquals(6, shipped);
  }

  @Test
  void doesNotMixSearches() {
    assertEquals(ExitCode.DONE, tune("--trials", "1", "--epochs", "1").code());
    Cli other = tune("--trials", "1", "--epochs", "1", "--seed", "2");
    assertEquals(ExitCode.FAILED, other.code());
    assertTrue(other.err().contains("of another search: seed was 1 and is 2"), other.err());
  }

  @Test
  void namesWhatIsMissing() {
    Cli network = Cli.run("tune", "--network", "resnet", "--data", "" + folder);
    assertEquals(ExitCode.USAGE, network.code());
    assertTrue(network.err().contains("No network resnet"), network.err());
    Cli noRanges = Cli.run("tune", "--network", "knn", "--data", "" + folder);
    assertEquals(ExitCode.USAGE, noRanges.code());
    assertTrue(noRanges.err().contains("no ranges ship with knn"), noRanges.err());
    Cli threads = tune("--threads", "0");
    assertEquals(ExitCode.USAGE, threads.code());
    assertTrue(threads.err().contains("threads"), threads.err());
    Cli sequence =
        Cli.run(
            "tune",
            "--network",
            "sequence",
            "--ranges",
            "" + ranges,
            "--data",
            "" + folder,
            "--out",
            folder + "/s");
    assertEquals(ExitCode.USAGE, sequence.code());
    assertTrue(sequence.err().contains("judged on whole fields"), sequence.err());
  }

  private static List<String> accuracies(Cli cli) {
    return cli.lines().stream().skip(1).map(line -> line.strip().split(" +", -1)[2]).toList();
  }

  private Cli tune(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "tune",
                "--network",
                folder.resolve("small.yml").toString(),
                "--ranges",
                ranges.toString(),
                "--data",
                folder.toString()));
    arguments.addAll(List.of(more));
    if (!arguments.contains("--out")) {
      arguments.addAll(List.of("--out", folder.resolve("out").toString()));
    }
    return Cli.run(arguments.toArray(String[]::new));
  }
}
