package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.classify.ModelMetadata;
import dev.icrstreams.cli.process.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AverageCommandTest {
  @TempDir private Path folder;

  @Test
  void writesTheMeanOfTheWeightsAndWhatItIsMadeOf() throws IOException {
    DigitModel once = DigitModel.builtIn(DigitModel.SEQUENCE_FILE);
    once.save(folder.resolve("once.zip"));
    DigitModel fourfold = times(once, 4);
    fourfold.save(folder.resolve("fourfold.zip"));
    Cli cli = average("once.zip", "once.zip", "fourfold.zip", "--out=new/mean.zip");
    assertEquals(ExitCode.DONE, cli.code(), cli.err());
    DigitModel mean = DigitModel.load(folder.resolve("new/mean.zip"));
    assertArrayEquals(weights(times(once, 2)), weights(mean), 1e-5f);
    ModelMetadata metadata = mean.metadata();
    assertTrue(cli.out().endsWith("mean.zip\t" + metadata.version() + "\n"), cli.out());
    assertTrue(metadata.command().contains(once.metadata().version()), metadata.command());
    assertTrue(metadata.command().contains(fourfold.metadata().version()), metadata.command());
    assertEquals(once.metadata().data(), metadata.data());
    assertEquals(once.metadata().megaflop(), metadata.megaflop());
    assertNull(metadata.validationAccuracy());
    assertNull(metadata.calibration());
  }

  @Test
  void refusesWhatHasNoMean() throws IOException {
    DigitModel.builtIn(DigitModel.SEQUENCE_FILE).save(folder.resolve("strips.zip"));
    DigitModel.builtIn(DigitModel.FILE).save(folder.resolve("digits.zip"));
    refuses("differ in layout", ExitCode.FAILED, "strips.zip", "digits.zip", "--out=mean.zip");
    refuses("There is no", ExitCode.FAILED, "strips.zip", "gone.zip", "--out=mean.zip");
    refuses("not there yet", ExitCode.USAGE, "strips.zip", "strips.zip", "--out=digits.zip");
    refuses("must be a .zip", ExitCode.USAGE, "strips.zip", "strips.zip", "--out=mean");
    refuses("parameter 2 (of 2 mandatory", ExitCode.USAGE, "strips.zip", "--out=mean.zip");
  }

  private void refuses(String reason, int code, String... arguments) {
    Cli cli = average(arguments);
    assertEquals(code, cli.code(), cli.err());
    assertTrue(cli.err().contains(reason), cli.err());
  }

  /** The arguments name files in the folder. */
  private Cli average(String... arguments) {
    List<String> all =
        List.of(arguments).stream()
            .map(
                each ->
                    each.startsWith("--out=")
                        ? "--out=" + folder.resolve(each.substring(6))
                        : folder.resolve(each).toString())
            .toList();
    String[] command = new String[all.size() + 1];
    command[0] = "average";
    for (int i = 0; i < all.size(); i++) {
      command[i + 1] = all.get(i);
    }
    return Cli.run(command);
  }

  private static float[] weights(DigitModel model) throws IOException {
    return model.network().params().toFloatVector();
  }

  private static DigitModel times(DigitModel model, int factor) throws IOException {
    MultiLayerNetwork network = model.network();
    network.setParams(network.params().mul(factor));
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network, zip, false);
    ModelMetadata old = model.metadata();
    return DigitModel.of(
        zip.toByteArray(),
        new ModelMetadata(
            old.network(),
            old.network() + "-times-" + factor,
            old.classes(),
            old.parameters(),
            old.megaflop(),
            old.command(),
            old.seed(),
            old.epochs(),
            old.data(),
            old.validationAccuracy(),
            null,
            old.trainedAt(),
            DigitModel.sha256(zip.toByteArray()),
            null,
            old.extra()));
  }
}
