package dev.icrstreams.cli;

import dev.icrstreams.cli.input.Answers;
import dev.icrstreams.cli.output.ResultWriter;
import dev.icrstreams.cli.process.ConfigOptions;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.client.review.CorrectionProducer;
import dev.icrstreams.client.review.ReviewTopic;
import dev.icrstreams.config.Config;
import dev.icrstreams.field.Correction;
import dev.icrstreams.field.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code icr correct}. */
@Command(
    name = "correct",
    description = {
      "Answers fields that are in review, one line a field: id, verdict, number,"
          + " topic-partition-offset, error.",
      "The service turns each answer into a recognized number with source HUMAN. Of several answers"
          + " to one field the newest holds."
    })
final class CorrectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions.WithBroker options;

  @Option(names = "--id", paramLabel = "ID", description = "The field's id.")
  private String id;

  @Option(names = "--number", paramLabel = "N", description = "The number that is written.")
  private String number;

  @Option(names = "--blank", description = "Nothing is written.")
  private boolean blank;

  @Option(names = "--unreadable", description = "No number, or none that anybody can read.")
  private boolean unreadable;

  @Option(
      names = "--reviewer",
      paramLabel = "R",
      defaultValue = "",
      description = "Who answers; kept with the answer.")
  private String reviewer;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description =
          "Answers in a TSV instead; its header line names the columns id, number, verdict (number,"
              + " blank or unreadable; number if empty) and reviewer, of which id must be there.")
  private Path from;

  @Override
  public Integer call() {
    List<Answers.Answer> answers = answers();
    Config config = options.config();
    Map<String, ReviewTopic.Item> items =
        new ReviewTopic(config)
            .newest(answers.stream().map(Answers.Answer::id).collect(Collectors.toSet()));
    PrintWriter out = spec.commandLine().getOut();
    out.print("file_or_id\tverdict\tnumber\torigin\terror\n");
    boolean rejected = false;
    try (CorrectionProducer producer = new CorrectionProducer(config)) {
      for (Answers.Answer answer : answers) {
        String[] outcome = send(producer, answer, items.get(answer.id()));
        rejected |= !outcome[1].isEmpty();
        out.print(
            String.join(
                    "\t",
                    ResultWriter.escaped(answer.id()),
                    answer.verdict(),
                    ResultWriter.escaped(answer.number()),
                    outcome[0],
                    ResultWriter.escaped(outcome[1]))
                + "\n");
        out.flush();
      }
    }
    return rejected ? ExitCode.SOME_REJECTED : ExitCode.DONE;
  }

  /** Where the answer is and an empty text, or an empty text and why it is nowhere. */
  private String[] send(CorrectionProducer producer, Answers.Answer answer, ReviewTopic.Item item) {
    if (item == null) {
      return new String[] {"", "no field of this id is in review"};
    }
    try {
      Correction correction =
          new Correction(
              item.id(),
              item.formId(),
              item.fieldName(),
              item.origin(),
              item.imageSha256(),
              item.modelVersion(),
              answer.outcome(),
              answer.number(),
              answer.reviewer().isEmpty() ? reviewer : answer.reviewer(),
              Instant.now());
      return new String[] {producer.send(correction).toString(), ""};
    } catch (IllegalArgumentException e) {
      return new String[] {"", e.getMessage()};
    }
  }

  private List<Answers.Answer> answers() {
    int verdicts = (number == null ? 0 : 1) + (blank ? 1 : 0) + (unreadable ? 1 : 0);
    if (from != null) {
      if (id != null || verdicts > 0) {
        throw usage("--from goes without --id, --number, --blank and --unreadable");
      }
      try {
        return Answers.read(from);
      } catch (IOException e) {
        throw new UncheckedIOException(e.getMessage(), e);
      }
    }
    if (id == null || verdicts != 1) {
      throw usage("give --id and one of --number, --blank, --unreadable; or --from FILE");
    }
    Outcome verdict = blank ? Outcome.BLANK : unreadable ? Outcome.UNREADABLE : Outcome.NUMBER;
    return List.of(
        new Answers.Answer(
            id,
            number == null ? "" : number,
            verdict.name().toLowerCase(java.util.Locale.ROOT),
            ""));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
