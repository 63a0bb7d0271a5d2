package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.data.LabelledFields;
import dev.icrstreams.train.TrainingListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
    assertEquals(ExitCode.FAILED, run("train", "--data", empty.toString()));
    assertOneLineAboutData();
  }

  @Test
  void namesTheNetworksForOneThatThereIsNot(@TempDir Path empty) {
    assertEquals(ExitCode.USAGE, run("train", "--data", empty.toString(), "--network", "resnet"));
    assertTrue(
        err.toString()
            .contains("No network resnet; there are icr-cnn-11m, icr-cnn-1m, icr-sequence"),
        err.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"icr-sequence", "icr-cnn-11m"})
  void refusesNumbersOutOfRange(String network, @TempDir Path empty) {
    assertEquals(
        ExitCode.USAGE,
        run("train", "--data", empty.toString(), "--network", network, "--epochs", "0"));
    assertTrue(err.toString().contains("epochs"), err.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"icr-sequence", "icr-cnn-11m"})
  void namesAModelToGoOnFromThatThereIsNot(String network, @TempDir Path empty) {
    String missing = empty.resolve("none.zip").toString();
    assertEquals(
        ExitCode.FAILED,
        run("train", "--data", empty.toString(), "--network", network, "--from", missing));
    assertTrue(err.toString().contains(missing), err.toString());
  }

  @Test
  void saysWhereDataComesFromForTheSequenceNetworkToo(@TempDir Path empty) {
    assertEquals(
        ExitCode.FAILED, run("train", "--data", empty.toString(), "--network", "icr-sequence"));
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
  }

  private void assertRefused(String message, String... options) {
    err.getBuffer().setLength(0);
    List<String> all =
        new ArrayList<>(List.of("train", "--data", "x", "--network", "icr-sequence"));
    all.addAll(List.of(options));
    assertEquals(ExitCode.USAGE, run(all.toArray(String[]::new)), err.toString());
    assertTrue(err.toString().contains(message), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
  }

  @Test
  void listsOwnFieldsThatWereSkipped() {
    new TrainingProgress(new PrintWriter(err), false)
        .extraRead(7, List.of(new LabelledFields.Skipped("a.png", "the image is missing")));
    assertEquals(
        "skipped a.png: the image is missing\n7 fields of your own to learn from, 1 skipped\n",
        err.toString());
  }

  @Test
  void helpTellsOfBothNetworks() {
    assertEquals(ExitCode.DONE, run("train", "--help"));
    for (String part : new String[] {"icr-cnn-11m", "icr-sequence", "--from", "icr-sequence.zip"}) {
      assertTrue(out.toString().contains(part), out.toString());
    }
  }

  @Test
  void listsHowEachKindOfFieldWasRead() {
    new TrainingProgress(new PrintWriter(err), false).fieldsRead(Map.of("clean", 0.875));
    assertTrue(err.toString().contains("clean 0.875"), err.toString());
  }

  @Test
  void drawsTheBarOnATerminalOnly() {
    var progress = new TrainingListener.Progress(2, 50, 100, 0.25, 900, 3725);
    new TrainingProgress(new PrintWriter(out), true).progressed(progress);
    assertTrue(out.toString().contains("epoch 2 [############............] loss 0.2500"));
    assertTrue(out.toString().contains("900 images/s, 1:02:05 left"), out.toString());
    new TrainingProgress(new PrintWriter(err), false).progressed(progress);
    assertEquals("", err.toString());
  }

  @Test
  void writesOnePlainLineAnEpochWithoutATerminal() {
    TrainingProgress progress = new TrainingProgress(new PrintWriter(err), false);
    progress.epochEnded(new TrainingListener.Epoch(3, 0.5, 0.25, 0.99, true, 800, 60));
    assertEquals(1, err.toString().lines().count());
    assertTrue(err.toString().contains("accuracy 0.9900 (best)"), err.toString());
    assertFalse(err.toString().contains("\u001b"));
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
