package dev.icrstreams.cli;

import dev.icrstreams.client.FieldProducer;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.field.RejectedFieldException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code icr produce}. */
@Command(
    name = "produce",
    description =
        "Sends image files to the input topic, one line a file: id, topic-partition-offset, error.")
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

  @Override
  public Integer call() {
    var inputs = files.inputs();
    PrintWriter out = spec.commandLine().getOut();
    boolean rejected = false;
    try (FieldProducer producer = new FieldProducer(options.config())) {
      if (rate != null) {
        sendForEver(producer, inputs);
        return ExitCode.DONE;
      }
      List<Supplier<String>> lines = new ArrayList<>();
      for (InputFiles.Input input : inputs) {
        lines.add(send(producer, input));
      }
      out.print("file_or_id\torigin\terror\n");
      for (Supplier<String> line : lines) {
        String text = line.get();
        rejected |= !text.endsWith("\t");
        out.print(text + "\n");
        out.flush();
      }
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
      FieldProducer.Sent sent =
          producer.send(
              input.id(),
              Files.readAllBytes(input.file()),
              input.row().form(),
              input.row().field(),
              input.constraints(),
              input.row().attributes());
      return () -> delivered(input, sent);
    } catch (RejectedFieldException e) {
      return () -> rejected(input, e);
    } catch (IOException e) {
      return () -> line(input, "", "NOT_READABLE: " + e);
    }
  }

  private static String delivered(InputFiles.Input input, FieldProducer.Sent sent) {
    try {
      return line(input, sent.origin().toString(), "");
    } catch (RejectedFieldException e) {
      return rejected(input, e);
    }
  }

  private static String rejected(InputFiles.Input input, RejectedFieldException e) {
    return line(input, "", e.code() + ": " + e.getMessage());
  }

  private static String line(InputFiles.Input input, String origin, String error) {
    return String.join(
        "\t",
        ResultWriter.escaped(input.id()),
        ResultWriter.escaped(origin),
        ResultWriter.escaped(error));
  }
}
