package dev.icrstreams.cli;

import dev.icrstreams.cli.input.ConstraintOptions;
import dev.icrstreams.cli.output.PageFile;
import dev.icrstreams.cli.process.ConfigOptions;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.explain.Explainer;
import dev.icrstreams.explain.Explainer.Explained;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.read.FieldReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code icr explain}. */
@Command(
    name = "explain",
    description =
        "Shows on one HTML page how a field is read: every step from the scan to the number, and"
            + " what decided.")
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;
  @Mixin private ConstraintOptions constraintOptions;

  @Parameters(paramLabel = "IMAGE", description = "The image file of one field.")
  private Path image;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Where the page goes. Default: the image's file name with .html after it, in the current"
              + " folder. A page that this command made is replaced, any other file is not.")
  private Path out;

  @Override
  public Integer call() {
    Config config = options.config();
    Constraints constraints = constraintOptions.constraints();
    String name = String.valueOf(image.getFileName());
    Path page = out == null ? Path.of(Explainer.pageName(name)) : out;
    byte[] file = read(image);
    checkReplaceable(page);
    Explained explained;
    try (FieldReader reader = FieldReader.create(config, StageListener.NONE)) {
      explained = new Explainer(reader, config).explain(name, file, constraints);
    }
    PageFile.write(page, explained.html());
    if (explained.rejected()) {
      spec.commandLine().getErr().println(image + " is rejected: " + explained.result());
      return ExitCode.SOME_REJECTED;
    }
    spec.commandLine().getOut().println(explained.result());
    spec.commandLine().getErr().println("the page is " + page);
    return ExitCode.DONE;
  }

  private static byte[] read(Path image) {
    if (Files.isDirectory(image)) {
      throw new ConfigException(image + " is a folder; name one image file");
    }
    try {
      return Files.readAllBytes(image);
    } catch (NoSuchFileException e) {
      throw new UncheckedIOException("there is no " + image, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + image + ": " + e.getMessage(), e);
    }
  }

  private void checkReplaceable(Path page) {
    try {
      if (Files.isRegularFile(page) && Files.isSameFile(page, image)) {
        throw new ConfigException(page + " is the image itself; name another file with --out");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot replace " + page + ": " + e.getMessage(), e);
    }
    PageFile.checkReplaceable(page, Explainer.BEGINNING);
  }
}
