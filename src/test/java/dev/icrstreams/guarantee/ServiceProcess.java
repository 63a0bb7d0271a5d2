package dev.icrstreams.guarantee;

import dev.icrstreams.Icr;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.support.ChildJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code icr run} in a process of its own, to be killed. */
final class ServiceProcess implements AutoCloseable {
  private final Process process;

  private ServiceProcess(Process process) {
    this.process = process;
  }

  static ServiceProcess start(Config config, Path log) {
    return start(config, log, List.of());
  }

  /** The same with more options for its JVM. */
  static ServiceProcess start(Config config, Path log, List<String> jvm) {
    List<String> arguments =
        new ArrayList<>(List.of("run", "--bootstrap-server", config.get(Keys.BOOTSTRAP_SERVERS)));
    for (Config.Entry entry : config.entries()) {
      if (!entry.origin().equals("default")) {
        arguments.addAll(List.of("--set", entry.name() + "=" + entry.text()));
      }
    }
    List<String> options = new ArrayList<>(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"));
    options.addAll(jvm);
    ProcessBuilder builder = ChildJvm.of(options, Icr.class.getName(), arguments);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new ServiceProcess(ChildJvm.start(builder));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL: nothing is finished, nothing is said to the brokers. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
