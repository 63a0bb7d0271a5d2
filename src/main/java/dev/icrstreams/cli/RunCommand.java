package dev.icrstreams.cli;

import dev.icrstreams.IcrService;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
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
    AtomicReference<IcrService> started = new AtomicReference<>();
    CleanStop signal =
        CleanStop.on(() -> Optional.ofNullable(started.get()).ifPresent(IcrService::close));
    try (IcrService service = IcrService.start(options.config())) {
      started.set(service);
      service.awaitEnd();
      return service.hasFailed() ? ExitCode.FAILED : ExitCode.DONE;
    } finally {
      signal.disarm();
    }
  }
}
