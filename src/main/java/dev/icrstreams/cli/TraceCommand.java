package dev.icrstreams.cli;

import dev.icrstreams.cli.process.ConfigOptions;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.client.FieldTrace;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code icr trace}. */
@Command(
    name = "trace",
    description = {
      "Lists every record that a field has left in the topics: what it is, topic, partition, offset,"
          + " time stamp, bytes of its value; nothing of its content.",
      "Reads all five topics from their beginnings. Exit code 1 if there is no such record."
    })
final class TraceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions.WithBroker options;

  @Option(
      names = "--id",
      paramLabel = "ID",
      required = true,
      description = "The field's id; topic-partition-offset of a field that came without.")
  private String id;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.print("record\ttopic\tpartition\toffset\ttime\tbytes\n");
    int[] found = {0};
    new FieldTrace(options.config())
        .find(
            id,
            record -> {
              found[0]++;
              out.print(row(record));
            });
    out.flush();
    return found[0] == 0 ? ExitCode.SOME_REJECTED : ExitCode.DONE;
  }

  private static String row(FieldTrace.Found record) {
    return String.join(
            "\t",
            record.kind().name(),
            record.at().topic(),
            Integer.toString(record.at().partition()),
            Long.toString(record.at().offset()),
            record.time().toString(),
            Integer.toString(record.bytes()))
        + "\n";
  }
}
