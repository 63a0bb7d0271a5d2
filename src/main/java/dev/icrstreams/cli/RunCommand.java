package dev.icrstreams.cli;

import dev.icrstreams.IcrService;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code icr run}. */
@Command(
    name = "run",
    description =
        "Runs the service until SIGTERM or SIGINT, then finishes the fields in hand and ends.")
final class RunCommand implements Callable<Integer> {
  @Mixin private ConfigOptions.WithBroker options;

  @Override
  public Integer call() throws InterruptedException {
    IcrService service = IcrService.start(options.config());
    CleanStop signal = CleanStop.on(service::close);
    try {
      service.awaitEnd();
    } finally {
      signal.disarm();
      service.close();
    }
    return service.hasFailed() ? ExitCode.FAILED : ExitCode.DONE;
  }
}
