package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.train.TrainingListener;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertTrue(err.toString().contains("icr-cnn-11m"), err.toString());
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
