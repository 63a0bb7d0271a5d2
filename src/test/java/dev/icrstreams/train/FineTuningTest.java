package dev.icrstreams.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.train.candidate.DigitPlan;
import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.declare.Declarations;
import dev.icrstreams.train.extra.ExtraFolder;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.sequence.SequencePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FineTuningTest {
  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void makeFolder() throws IOException {
    out = Files.createDirectory(folder.resolve("out"));
  }

  @Test
  void theCandidateHoldsBothNetworks() throws IOException {
    tuning(DigitModel.SEQUENCE_FILE).complete(Config.defaults());
    DigitModel copied = DigitModel.load(out.resolve(DigitModel.FILE));
    assertEquals(DigitModel.builtIn().metadata().toJson(), copied.metadata().toJson());
    assertFalse(Files.exists(out.resolve(DigitModel.SEQUENCE_FILE)));
  }

  @Test
  void anotherNetworkThatIsThereStaysAndReadsTheFields() throws IOException {
    Path there = out.resolve(DigitModel.SEQUENCE_FILE);
    // any model will do to tell it from the built-in one
    DigitModel.builtIn().save(there);
    FineTuning tuning = tuning(DigitModel.FILE);
    DigitModel.builtIn().save(tuning.from());
    tuning.complete(Config.defaults());
    String version = DigitModel.builtIn().metadata().version();
    assertEquals(version, DigitModel.load(there).metadata().version());
    ExtraFolder read = tuning.folder(Config.defaults());
    assertEquals(version, read.sequence().metadata().version());
    assertEquals(version, read.digits().metadata().version());
  }

  @Test
  void needsAModelToGoOnFrom() {
    assertThrows(ConfigException.class, () -> new FineTuning(folder, null, out, DigitModel.FILE));
  }

  @Test
  void goingOnTakesALowerRateAndFewerEpochsThanBeginningAnew() {
    Declaration sequence = Declarations.named("icr-sequence");
    Declaration digits = Declarations.named("icr");
    Path from = folder.resolve("begun.zip");
    TrainingPlan strips = TrainingPlan.of(sequence, folder, out);
    assertEquals(6e-4, SequencePlan.of(sequence, strips, from).training().learningRate());
    assertEquals(1.5e-3, SequencePlan.of(sequence, strips, null).training().learningRate());
    TrainingPlan candidates = TrainingPlan.of(digits, folder, out);
    assertEquals(8e-4, DigitPlan.of(digits, candidates, from).training().learningRate());
    assertEquals(2e-3, DigitPlan.of(digits, candidates, null).training().learningRate());
    assertEquals(6, FineTuning.epochs(sequence));
    assertEquals(3, FineTuning.epochs(digits));
    assertEquals(DigitModel.SEQUENCE_FILE, FineTuning.of(sequence, folder, from, out).file());
    assertEquals(DigitModel.FILE, FineTuning.of(digits, folder, from, out).file());
  }

  private FineTuning tuning(String file) {
    return new FineTuning(folder, folder.resolve("begun.zip"), out, file);
  }
}
