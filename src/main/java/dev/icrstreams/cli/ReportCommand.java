package dev.icrstreams.cli;

import dev.icrstreams.cli.output.PageFile;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.evaluate.html.Page;
import dev.icrstreams.train.report.ComparisonPage;
import dev.icrstreams.train.report.FigureList;
import dev.icrstreams.train.report.RunPage;
import dev.icrstreams.train.run.TrainingRun;
import java.io.IOException;
import java.io.PrintWriter;
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

/** {@code icr report}. */
@Command(
    name = "report",
    description = {
      "Shows what a training came to on one HTML page: learning curves, precision, recall and F1,"
          + " confusion, reliability, augmentation, the worst errors, and all that is needed to"
          + " repeat it. Several runs are compared on one page, beside what was published.",
      "The same figures go to standard output, one line a run, with tabs.",
      "A training that still goes on, or that was broken off, can be shown too."
    })
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description = "A folder that icr train wrote into, or its run.json.")
  private List<Path> paths;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Where the page goes. Default: report.html beside the run; of several runs"
              + " comparison.html in the current folder. A page that this command made is replaced,"
              + " any other file is not.")
  private Path out;

  @Override
  public Integer call() {
    List<TrainingRun> runs = new ArrayList<>();
    for (Path path : paths) {
      runs.add(read(path));
    }
    Path page = out == null ? usualPage() : out;
    PageFile.checkReplaceable(page, Page.beginning(RunPage.COMMAND));
    PageFile.write(page, runs.size() == 1 ? RunPage.of(runs.get(0)) : ComparisonPage.of(runs));
    PrintWriter results = spec.commandLine().getOut();
    FigureList.of(runs).forEach(results::println);
    spec.commandLine().getErr().println("the page is " + page);
    return ExitCode.DONE;
  }

  private Path usualPage() {
    if (paths.size() > 1) {
      return Path.of("comparison.html");
    }
    Path run = paths.get(0);
    return Files.isDirectory(run) ? run.resolve("report.html") : run.resolveSibling("report.html");
  }

  private static TrainingRun read(Path path) {
    try {
      return TrainingRun.read(path);
    } catch (IOException e) {
      throw new ConfigException(e.getMessage());
    }
  }
}
