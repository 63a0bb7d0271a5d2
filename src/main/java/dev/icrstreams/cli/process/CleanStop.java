package dev.icrstreams.cli.process;

/**
 * Makes SIGTERM and SIGINT a clean stop with exit code 0, where the JVM would end with 143 or 130.
 * Threads may share it.
 */
public final class CleanStop {
  private volatile boolean armed = true;

  private CleanStop() {}

  /** From now on a signal runs {@code stop} and ends the process with {@link ExitCode#DONE}. */
  public static CleanStop on(Runnable stop) {
    CleanStop clean = new CleanStop();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> clean.run(stop), "clean-stop"));
    return clean;
  }

  /** The command ends by itself, with its own exit code. */
  public void disarm() {
    armed = false;
  }

  private void run(Runnable stop) {
    if (armed) {
      int code = ExitCode.FAILED;
      try {
        stop.run();
        code = ExitCode.DONE;
      } finally {
        Runtime.getRuntime().halt(code);
      }
    }
  }
}
