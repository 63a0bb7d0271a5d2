package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.synth.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands whose configuration stands in a file, as secrets belong. */
final class SecuredCli {
  private SecuredCli() {}

  /** Runs a command with this configuration, whose file is left in the folder. */
  static Cli run(Path folder, Config config, String... command) {
    StringBuilder file = new StringBuilder();
    for (Config.Entry entry : config.entries()) {
      file.append(entry.name()).append('=').append(entry.text().replace("\\", "\\\\")).append('\n');
    }
    List<String> arguments = new ArrayList<>(List.of(command));
    try {
      Path path = Files.writeString(Files.createTempFile(folder, "icr", ".properties"), file);
      arguments.addAll(List.of("--config", path.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Cli.run(arguments.toArray(String[]::new));
  }

  static void assertAnswered(Path folder, String id, Config config) {
    Cli results =
        Cli.until(
            cli -> cli.out().contains(id + "\t"),
            () -> run(folder, config, "results", "--until-idle", "1"));
    assertTrue(results.out().contains(id + "\t"), results.out() + results.err());
  }

  static byte[] scribble() {
    return Samples.all().stream()
        .filter(sample -> sample.file().startsWith("scribble"))
        .findFirst()
        .orElseThrow()
        .image();
  }
}
