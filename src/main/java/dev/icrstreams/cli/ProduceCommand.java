package dev.icrstreams.cli;

import dev.icrstreams.cli.input.CutFolder;
import dev.icrstreams.cli.input.FormFields;
import dev.icrstreams.cli.input.InputFiles;
import dev.icrstreams.cli.input.Outgoing;
import dev.icrstreams.cli.output.ResultWriter;
import dev.icrstreams.cli.process.ConfigOptions;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.client.FieldProducer;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.form.template.FormTemplate;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code icr produce}. */
@Command(
    name = "produce",
    description = {
      "Sends image files to the input topic, one line a file: id, topic-partition-offset, error.",
      "With --template, cuts the fields out of whole scanned forms first: one line a field, and one"
          + " for each page that does not fit, with the reason."
    })
final class ProduceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private InputFiles files;
  @Mixin private ConfigOptions.WithBroker options;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description =
          "Sends N fields a second, again and again from the first, until it is stopped: a load to"
              + " watch the service with. Prints nothing.")
  private Double rate;

  @Option(
      names = "--template",
      paramLabel = "FILE",
      description =
          "The PATHs are whole scanned forms: cuts the boxes that this JSON file names out of each"
              + " page, and refuses pages that do not fit (docs/produce.md).")
  private Path templateFile;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "With --template: sends nothing, needs no broker, and writes the fields to this folder"
              + " with a manifest.tsv for icr read and icr produce.")
  private Path out;

  @Override
  public Integer call() {
    if (templateFile == null ? out != null : rate != null) {
      throw new ConfigException(
          templateFile == null
              ? "--out goes with --template"
              : "--template does not go with --rate");
    }
    List<InputFiles.Input> inputs = files.inputs();
    Config config = options.config();
    Optional<FormFields> forms =
        Optional.ofNullable(templateFile).map(file -> new FormFields(template(file), config));
    if (out != null) {
      return write(forms.orElseThrow(), inputs);
    }
    try (FieldProducer producer = new FieldProducer(config)) {
      if (rate != null) {
        sendForEver(producer, inputs);
        return ExitCode.DONE;
      }
      List<Supplier<String>> lines = new ArrayList<>();
      for (InputFiles.Input input : inputs) {
        if (forms.isPresent()) {
          cut(forms.get(), input, lines, field -> send(producer, field));
        } else {
          lines.add(send(producer, input));
        }
      }
      return print("origin", lines);
    }
  }

  private FormTemplate template(Path file) {
    FormTemplate template = FormTemplate.read(file);
    if (template.registration().byMarks() && template.looksAlikeUpsideDown()) {
      spec.commandLine()
          .getErr()
          .println(
              "icr produce: the four marks look alike upside down, so a page that was fed so is"
                  + " taken for upright; let one mark be another shape, or stand elsewhere");
    }
    return template;
  }

  /** A dry run. */
  private int write(FormFields forms, List<InputFiles.Input> inputs) {
    CutFolder folder = new CutFolder(out);
    List<Supplier<String>> lines = new ArrayList<>();
    for (InputFiles.Input input : inputs) {
      cut(
          forms,
          input,
          lines,
          field -> {
            String file = folder.add(field).toString();
            return () -> line(field.id(), file, "");
          });
    }
    folder.finish();
    return print("file", lines);
  }

  private static void cut(
      FormFields forms,
      InputFiles.Input input,
      List<Supplier<String>> lines,
      Function<Outgoing, Supplier<String>> take) {
    forms.cut(
        input,
        new FormFields.Receiver() {
          @Override
          public void field(Outgoing field) {
            lines.add(take.apply(field));
          }

          @Override
          public void refused(String page, String reason) {
            lines.add(() -> line(page, "", reason));
          }
        });
  }

  private int print(String column, List<Supplier<String>> lines) {
    PrintWriter results = spec.commandLine().getOut();
    boolean rejected = false;
    results.print("file_or_id\t" + column + "\terror\n");
    for (Supplier<String> line : lines) {
      String text = line.get();
      rejected |= !text.endsWith("\t");
      results.print(text + "\n");
      results.flush();
    }
    return rejected ? ExitCode.SOME_REJECTED : ExitCode.DONE;
  }

  /**
   * Until the thread is interrupted. The first field is waited for, so that a missing broker or
   * topic is told.
   */
  private void sendForEver(FieldProducer producer, List<InputFiles.Input> inputs) {
    if (inputs.isEmpty() || !(rate > 0)) {
      throw new ConfigException("--rate takes a number above 0, and at least one field to send");
    }
    String first = send(producer, inputs.get(0)).get();
    spec.commandLine()
        .getErr()
        .println("icr produce: sending for ever, since " + first.replace('\t', ' '));
    long start = System.nanoTime();
    for (long sent = 1; !Thread.currentThread().isInterrupted(); sent++) {
      long due = start + (long) (sent * 1e9 / rate);
      LockSupport.parkNanos(due - System.nanoTime());
      if (System.nanoTime() < due) {
        sent--;
      } else {
        send(producer, inputs.get((int) (sent % inputs.size())));
      }
    }
  }

  private static Supplier<String> send(FieldProducer producer, InputFiles.Input input) {
    try {
      return send(
          producer,
          new Outgoing(
              input.id(),
              Files.readAllBytes(input.file()),
              input.row().form(),
              input.row().field(),
              input.constraints(),
              input.row().attributes()));
    } catch (RejectedFieldException e) {
      return () -> rejected(input.id(), e);
    } catch (IOException e) {
      return () -> line(input.id(), "", "NOT_READABLE: " + e);
    }
  }

  private static Supplier<String> send(FieldProducer producer, Outgoing field) {
    FieldProducer.Sent sent =
        producer.send(
            field.id(),
            field.image(),
            field.form(),
            field.field(),
            field.constraints(),
            field.attributes());
    return () -> delivered(field.id(), sent);
  }

  private static String delivered(String id, FieldProducer.Sent sent) {
    try {
      return line(id, sent.origin().toString(), "");
    } catch (RejectedFieldException e) {
      return rejected(id, e);
    }
  }

  private static String rejected(String id, RejectedFieldException e) {
    return line(id, "", e.code() + ": " + e.getMessage());
  }

  private static String line(String id, String where, String error) {
    return String.join(
        "\t", ResultWriter.escaped(id), ResultWriter.escaped(where), ResultWriter.escaped(error));
  }
}
