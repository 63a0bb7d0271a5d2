package dev.icrstreams;

import dev.icrstreams.cli.IcrCommand;

/** The main class; {@link IcrCommand} names the commands. */
public final class Icr {
  private Icr() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(IcrCommand.execute(arguments));
  }
}
