package dev.icrstreams.cli.process;

/** The exit codes of all commands. */
public final class ExitCode {
  /** Done. */
  public static final int DONE = 0;

  /** Done, but some inputs were rejected. */
  public static final int SOME_REJECTED = 1;

  /** Bad usage or configuration. */
  public static final int USAGE = 2;

  /** Could not do it: no broker, no model, I/O, demo out of balance. */
  public static final int FAILED = 3;

  private ExitCode() {}
}
