package dev.icrstreams.cli;

import dev.icrstreams.cli.process.ConfigOptions;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.config.Config;
import dev.icrstreams.wire.registry.RegisteredSchemas;
import dev.icrstreams.wire.registry.SchemaRegistry;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code icr schemas}. */
@Command(
    name = "schemas",
    description = {
      "Says which schemas the schema registry (icr.schema.registry.url) holds, and registers those"
          + " that are missing.",
      "Prints a TSV: subject, schema, id, state. Exit code 3 if one is missing."
    })
final class SchemasCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;

  @Option(names = "--register", description = "Registers what is missing.")
  private boolean register;

  @Override
  public Integer call() {
    Config config = options.config();
    try (SchemaRegistry registry = new SchemaRegistry(config)) {
      RegisteredSchemas schemas = new RegisteredSchemas(config, registry);
      PrintWriter out = spec.commandLine().getOut();
      out.println("subject\tschema\tid\tstate");
      boolean complete = true;
      for (var state : register ? schemas.register() : schemas.states()) {
        boolean there = state.id().isPresent();
        complete &= there;
        out.println(
            String.join(
                "\t",
                state.subject(),
                state.schema(),
                there ? Integer.toString(state.id().getAsInt()) : "",
                state.made() ? "registered now" : there ? "was there" : "missing"));
      }
      if (!complete) {
        spec.commandLine().getErr().println("icr schemas: --register registers what is missing");
      }
      return complete ? ExitCode.DONE : ExitCode.FAILED;
    }
  }
}
