package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.support.ChildJvm;
import dev.icrstreams.train.Strokes;
import dev.icrstreams.train.declare.Declarations;
import dev.icrstreams.train.run.TrainingRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void saysInOneLineWhereDataComesFrom() {
    assertEquals(ExitCode.USAGE, run("train"));
    assertOneLineAboutData();
  }

  @Test
  void saysTheSameForAFolderWithoutData(@TempDir Path empty) {
    assertEquals(ExitCode.FAILED, run("train", "--offline", "--data", empty.toString()));
    assertOneLineAboutData();
  }

  @Test
  void namesTheNetworksForOneThatThereIsNot(@TempDir Path empty) {
    assertEquals(ExitCode.USAGE, run("train", "--data", empty.toString(), "--network", "resnet"));
    assertTrue(
        err.toString()
            .contains("No network resnet; there are logistic, mlp-128-64, cnn-64-32, knn, svm"),
        err.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sequence", "icr-sequence", "icr", "icr-cnn-11m", "cnn-64-32"})
  void refusesNumbersOutOfRange(String network, @TempDir Path empty) {
    assertEquals(
        ExitCode.USAGE,
        run("train", "--data", empty.toString(), "--network", network, "--epochs", "0"));
    assertTrue(err.toString().contains("epochs"), err.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sequence", "icr"})
  void namesAModelToGoOnFromThatThereIsNot(String network, @TempDir Path empty) throws IOException {
    String missing = empty.resolve("none.zip").toString();
    assertEquals(
        ExitCode.FAILED,
        run(
            "train",
            "--offline",
            "--data",
            digits(empty).toString(),
            "--network",
            network,
            "--from",
            missing));
    assertTrue(err.toString().contains(missing), err.toString());
  }

  @Test
  void saysWhereDataComesFromForTheSequenceNetworkToo(@TempDir Path empty) {
    assertEquals(
        ExitCode.FAILED,
        run("train", "--offline", "--data", empty.toString(), "--network", "sequence"));
    assertOneLineAboutData();
  }

  @Test
  void saysInOneLineWhatKeepsItFromLearningFromOwnFields(@TempDir Path folder) throws IOException {
    Path from = Files.createDirectory(folder.resolve("current")).resolve("icr-sequence.zip");
    String none = folder.resolve("none").toString();
    assertRefused("--extra needs --from", "--extra", folder.toString());
    assertRefused("there is no folder " + none, "--extra", none, "--from", from.toString());
    assertRefused(
        "--out must not be the folder of --from",
        "--extra",
        folder.toString(),
        "--from",
        from.toString(),
        "--out",
        from.getParent().toString());
    assertRefused(
        "--extra is for the networks of the reader, which cnn-64-32 is not",
        "--network",
        "cnn-64-32",
        "--extra",
        folder.toString(),
        "--from",
        from.toString());
  }

  private void assertRefused(String message, String... options) {
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of("train", "--offline", "--data", "x"));
    if (!List.of(options).contains("--network")) {
      all.addAll(List.of("--network", "icr-sequence"));
    }
    all.addAll(List.of(options));
    assertEquals(ExitCode.USAGE, run(all.toArray(String[]::new)), err.toString());
    assertTrue(err.toString().contains(message), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
  }

  @Test
  void helpTellsOfBothNetworks() {
    assertEquals(ExitCode.DONE, run("train", "--help"));
    for (String part : new String[] {"icr", "sequence", "--from", "icr-sequence.zip", "--resume"}) {
      assertTrue(out.toString().contains(part), out.toString());
    }
  }

  @Test
  void listsEveryNetworkInALine() {
    assertEquals(ExitCode.DONE, run("train", "--list"));
    List<String> names =
        out.toString().lines().map(line -> line.substring(0, line.indexOf(' '))).toList();
    assertEquals(Declarations.names(), names);
    assertTrue(out.toString().contains("published: accuracy 0.9900"), out.toString());
  }

  @Test
  void namesFileKeyAndReasonOfAMistakeInADeclaration(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.yml");
    Files.writeString(file, "kind: layers\nsummary: mine\naugmentation: {flip: 0.5}\n");
    assertEquals(
        ExitCode.USAGE,
        run("train", "--offline", "--data", folder.toString(), "--network", file.toString()));
    assertTrue(
        err.toString().contains(file + ": augmentation.flip: digits are not flipped"),
        err.toString());
  }

  @Test
  void trainsADeclarationOfOnesOwnAndSkipsWhatIsNoDigit(@TempDir Path folder) throws Exception {
    Path digits = folder.resolve("digits");
    for (int label = 0; label < 10; label++) {
      Files.createDirectories(digits.resolve("" + label));
      for (int i = 0; i < 4; i++) {
        Files.write(digits.resolve(label + "/" + i + ".png"), Strokes.png(label, 100 * label + i));
      }
    }
    Files.writeString(digits.resolve("3/notes.txt"), "no image");
    Path file = folder.resolve("mine.yml");
    Files.writeString(
        file,
        "kind: layers\nsummary: mine\nlayers: [{dense: 8}]\ntraining: {batch: 4, epochs: 2}\n");
    assertEquals(
        ExitCode.DONE,
        run(
            "train",
            "--data",
            digits.toString(),
            "--network",
            file.toString(),
            "--out",
            folder.resolve("out").toString()),
        err.toString());
    assertTrue(err.toString().contains("1 items are skipped"), err.toString());
    assertTrue(err.toString().contains("notes.txt"), err.toString());
    TrainingRun run = TrainingRun.read(folder.resolve("out"));
    assertEquals("mine", run.network());
    assertEquals(2, run.epochs().size());
    assertTrue(run.command().contains("--network mine.yml --seed 20 --epochs 2"), run.command());
    assertTrue(Files.exists(folder.resolve("out/mine.zip")));
  }

  @Test
  void refusesAModelToGoOnFromWhereNoneIsOfUse(@TempDir Path folder) throws IOException {
    assertEquals(
        ExitCode.USAGE,
        run(
            "train",
            "--data",
            digits(folder).toString(),
            "--network",
            "logistic",
            "--from",
            "model/icr-digits.zip"));
    assertTrue(err.toString().contains("--from is for the networks of the reader"));
  }

  @Test
  void saysInOneLineThatThereIsNoCheckpoint(@TempDir Path folder) throws IOException {
    assertEquals(
        ExitCode.FAILED,
        run(
            "train",
            "--data",
            digits(folder).toString(),
            "--network",
            "logistic",
            "--out",
            folder.toString(),
            "--resume"));
    assertTrue(err.toString().contains("There is no checkpoint to go on from"), err.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--test", "--no-test"})
  void looksAtTheTestHalfOrNot(String option, @TempDir Path folder) throws IOException {
    Strokes.write(folder, "t10k", 30, 6);
    String data = digits(folder).toString();
    String out = folder.resolve("out").toString();
    assertEquals(
        ExitCode.DONE,
        run(
            "train",
            "--data",
            data,
            "--network",
            "logistic",
            "--epochs",
            "1",
            "--out",
            out,
            option));
    assertEquals(option.equals("--test"), TrainingRun.read(Path.of(out)).test() != null);
  }

  /**
   * In a process of its own. By SIGTERM, which goes the same way as Ctrl-C: a process that a script
   * started in the background ignores the latter.
   */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aSignalLeavesACheckpointThatTrainingGoesOnFrom(@TempDir Path folder) throws Exception {
    List<String> command =
        List.of(
            "train",
            "--data",
            digits(folder).toString(),
            "--network",
            "mlp-128-64",
            "--out",
            folder.toString(),
            "--epochs",
            "100000");
    Path log = folder.resolve("log");
    Process process =
        ChildJvm.of(List.of("-Xmx1g"), "dev.icrstreams.Icr", command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      for (int i = 0; i < 1200 && !Files.readString(log).contains("epoch 2:"); i++) {
        Thread.sleep(50);
      }
      process.destroy();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), Files.readString(log));
    } finally {
      process.destroyForcibly();
    }
    assertEquals(143, process.exitValue(), Files.readString(log));
    assertTrue(Files.readString(log).contains("--resume goes on from"), Files.readString(log));
    assertTrue(Files.readString(log).contains("the best model so far is written"));
    assertTrue(Files.exists(folder.resolve("mlp-128-64-checkpoint.bin")));
    assertTrue(Files.exists(folder.resolve("mlp-128-64.zip")));
  }

  private static Path digits(Path folder) throws IOException {
    Strokes.write(folder, "train", 200, 5);
    return folder;
  }

  private void assertOneLineAboutData() {
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("train-images-idx3-ubyte"), err.toString());
    assertEquals("", out.toString());
  }

  private int run(String... arguments) {
    return IcrCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
