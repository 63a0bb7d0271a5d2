package dev.icrstreams.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.data.LabelledFields;
import dev.icrstreams.train.plan.TrainingListener;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingProgressTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void listsOwnFieldsThatWereSkipped() {
    new TrainingProgress(new PrintWriter(err), false)
        .extraRead(7, List.of(new LabelledFields.Skipped("a.png", "the image is missing")));
    assertEquals(
        "skipped a.png: the image is missing\n7 fields of your own to learn from, 1 skipped\n",
        err.toString());
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
}
