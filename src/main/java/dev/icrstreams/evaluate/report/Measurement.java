package dev.icrstreams.evaluate.report;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.data.LabelledFolder;
import dev.icrstreams.evaluate.Result;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.read.FieldReader;
import dev.icrstreams.read.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** Reads labelled fields one by one, on the calling thread, and measures what came of them. */
public final class Measurement {
  /** The budgets that every report covers. */
  private static final List<Double> BUDGETS = List.of(0.01, 0.001);

  private final FieldReader reader;
  private final StageTimes times;
  private final Consumer<String> rejections;

  private Measurement(FieldReader reader, StageTimes times, Consumer<String> rejections) {
    this.reader = reader;
    this.times = times;
    this.rejections = rejections;
  }

  /**
   * Reads and measures.
   *
   * @param config the reader's; its error budget decides, and all are measured
   * @param without what the reader is to do without; with anything here only what was read counts,
   *     since the confidences are calibrated for the whole
   * @param labels the labels file's name, for the report
   * @param seed of the bootstrap
   * @param rejections is told the file and the reason of every image that cannot be used
   * @param progress is told how many fields are done
   */
  public static Report of(
      Config config,
      Set<Part> without,
      LabelledFolder folder,
      String labels,
      long seed,
      Consumer<String> rejections,
      IntConsumer progress) {
    StageTimes times = new StageTimes();
    List<ReadField> fields = new ArrayList<>();
    try (FieldReader reader = FieldReader.without(without, config, times)) {
      Measurement measurement = new Measurement(reader, times, rejections);
      for (LabelledFolder.Entry entry : folder.entries()) {
        fields.add(new ReadField(entry, measurement.read(entry)));
        progress.accept(fields.size());
      }
      double maxErrorRate = config.get(Keys.MAX_ERROR_RATE);
      return Report.of(
          new Report.Run(labels, name(reader, without), maxErrorRate, seed),
          fields,
          measurement.budgets(maxErrorRate),
          times.summary());
    }
  }

  private static String name(FieldReader reader, Set<Part> without) {
    String parts = without.stream().map(Part::toString).sorted().collect(Collectors.joining(", "));
    return parts.isEmpty() ? reader.modelVersion() : reader.modelVersion() + " without " + parts;
  }

  private List<BudgetOutcome.Budget> budgets(double configured) {
    List<Double> rates = new ArrayList<>(BUDGETS);
    if (!rates.contains(configured)) {
      rates.add(configured);
    }
    return rates.stream().map(rate -> new BudgetOutcome.Budget(rate, reader.policy(rate))).toList();
  }

  private Result read(LabelledFolder.Entry entry) {
    try {
      Reading reading = reader.read(Files.readAllBytes(entry.path()), Constraints.NONE);
      times.fieldIsDone();
      return new Result(entry.number(), reading, reader.decide(reading));
    } catch (RejectedFieldException e) {
      rejections.accept(entry.file() + " is rejected: " + e.code() + ": " + e.getMessage());
    } catch (NoSuchFileException e) {
      rejections.accept(entry.file() + " is rejected: there is no file " + entry.path());
    } catch (IOException e) {
      rejections.accept(entry.file() + " is rejected: it cannot be read: " + e.getMessage());
    }
    times.fieldIsRejected();
    return Result.rejected(entry.number());
  }
}
