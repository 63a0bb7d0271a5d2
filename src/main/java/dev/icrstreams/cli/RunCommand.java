package dev.icrstreams.cli;

import dev.icrstreams.IcrService;
import dev.icrstreams.cli.process.CleanStop;
import dev.icrstreams.cli.process.ConfigOptions;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.cli.process.Logging;
import dev.icrstreams.client.broker.BrokerException;
import dev.icrstreams.client.broker.BrokerRelease;
import dev.icrstreams.config.Config;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code icr run}. */
@Command(
    name = "run",
    description =
        "Runs the service until SIGTERM or SIGINT, then finishes the fields in hand and ends.")
final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions.WithBroker options;

  @Override
  public Integer call() throws InterruptedException {
    Config config = options.config();
    Logging.service(config);
    AtomicReference<IcrService> started = new AtomicReference<>();
    CleanStop signal =
        CleanStop.on(() -> Optional.ofNullable(started.get()).ifPresent(IcrService::close));
    try (IcrService service = IcrService.start(config)) {
      started.set(service);
      warnOfTheBrokers(config);
      if (!Logging.isJson()) {
        greet(service);
      }
      service.awaitEnd();
      return service.hasFailed() ? ExitCode.FAILED : ExitCode.DONE;
    } finally {
      signal.disarm();
    }
  }

  /** Not to know it must not end a service that works. */
  private static void warnOfTheBrokers(Config config) {
    try {
      BrokerRelease.remark(config).ifPresent(LOG::warn);
    } catch (BrokerException e) {
      LOG.warn("cannot tell the brokers' release: {}", e.getMessage());
    }
  }

  private void greet(IcrService service) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("icr run: started; SIGTERM or Ctrl-C ends it");
    service
        .httpAddress()
        .ifPresent(
            at ->
                err.println(
                    "icr run: health and metrics on http://"
                        + at.getHostString()
                        + ":"
                        + at.getPort()));
  }
}
