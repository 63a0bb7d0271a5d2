package dev.icrstreams.guarantee;

import dev.icrstreams.Icr;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.support.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
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
    List<String> arguments =
        new ArrayList<>(List.of("run", "--bootstrap-server", config.get(Keys.BOOTSTRAP_SERVERS)));
    for (Config.Entry entry : config.entries()) {
      if (!entry.origin().equals("default")) {
        arguments.addAll(List.of("--set", entry.name() + "=" + entry.text()));
      }
    }
    ProcessBuilder builder =
        ChildJvm.of(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"), Icr.class.getName(), arguments);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new ServiceProcess(ChildJvm.start(builder));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it has of the machine's memory, in MB. */
  double residentMegabytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", process.pid() + "", "status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D+", "")) / 1_024.0;
      }
    }
    throw new IOException("the process " + process.pid() + " has ended");
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
