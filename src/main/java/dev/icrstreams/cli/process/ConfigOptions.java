package dev.icrstreams.cli.process;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.config.Keys;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Option;

/** Where configuration comes from, on every command that has any. */
public final class ConfigOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A properties file with configuration keys (see: icr config --defaults).")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets one key, over file and environment. May be repeated.")
  private final Map<String, String> set = new LinkedHashMap<>();

  /** Keys of the file, the environment and the command line over the defaults. */
  public Config config() {
    Config config = Config.defaults();
    if (file != null) {
      config = config.with(read(file), file.toString());
    }
    config = config.withEnvironment(System.getenv()).with(set, "command line");
    Logging.quiet(config);
    return config;
  }

  /** For commands that talk to Kafka. */
  public static final class WithBroker {
    @picocli.CommandLine.Mixin private ConfigOptions options;

    @Option(
        names = "--bootstrap-server",
        paramLabel = "HOST:PORT",
        description = "The Kafka brokers; the same as --set icr.bootstrap-servers=HOST:PORT.")
    private String bootstrapServer;

    public Config config() {
      Config config = options.config();
      return bootstrapServer == null
          ? config
          : config.with(Map.of(Keys.BOOTSTRAP_SERVERS.name(), bootstrapServer), "command line");
    }
  }

  private static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException("cannot read the configuration file " + file + ": " + e);
    }
    Map<String, String> values = new LinkedHashMap<>();
    properties.stringPropertyNames().stream()
        .sorted()
        .forEach(name -> values.put(name, properties.getProperty(name)));
    return values;
  }
}
