package dev.icrstreams.cli;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.train.model.Averaging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code icr average}. */
@Command(
    name = "average",
    description = {
      "Makes one model of several: the mean of their weights.",
      "For models of which each went on from the one before (icr train --from): what every training"
          + " learned by chance averages out, and what it forgot comes back. Of models trained apart"
          + " the mean reads nothing. Measure before you use it: icr train --calibrate-only, then"
          + " icr evaluate or icr promote."
    })
final class AverageCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL.zip",
      arity = "2..*",
      description = "Models of one network, each with its .json beside it.")
  private List<Path> models;

  @Option(
      names = "--out",
      paramLabel = "FILE.zip",
      required = true,
      description = "Where the mean goes, its .json beside it.")
  private Path out;

  @Override
  public Integer call() {
    if (!out.toString().endsWith(".zip") || Files.exists(out)) {
      throw new ConfigException("--out must be a .zip that is not there yet: " + out);
    }
    try {
      List<DigitModel> loaded = new ArrayList<>();
      for (Path model : models) {
        loaded.add(DigitModel.load(model));
      }
      DigitModel mean = Averaging.of(loaded);
      Files.createDirectories(out.toAbsolutePath().getParent());
      mean.save(out);
      spec.commandLine().getOut().println(out + "\t" + mean.metadata().version());
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
    return ExitCode.DONE;
  }
}
