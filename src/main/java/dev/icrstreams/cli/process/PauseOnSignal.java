package dev.icrstreams.cli.process;

import dev.icrstreams.cli.output.TrainingProgress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a training write its checkpoint when SIGINT or SIGTERM comes; then the process ends with the
 * signal's own exit code. The thread that trains says when it is over.
 */
public final class PauseOnSignal {
  private static final long PATIENCE_SECONDS = 120;

  private final CountDownLatch done = new CountDownLatch(1);

  public PauseOnSignal(TrainingProgress progress) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> pause(progress), "pause"));
  }

  private void pause(TrainingProgress progress) {
    progress.stop();
    try {
      if (progress.underWay() && !done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        progress.note("not waiting any longer: the last epoch's checkpoint stands");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing is left that a signal should wait for. */
  public void over() {
    done.countDown();
  }
}
