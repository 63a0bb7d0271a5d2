package dev.icrstreams.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A command line that was run in this process.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Cli(int code, String out, String err) {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  static Cli run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        IcrCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Cli(code, out.toString(), err.toString());
  }

  /** The same again and again until it gives what is awaited, or a minute is over. */
  static Cli until(Predicate<Cli> enough, Supplier<Cli> command) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Cli cli = command.get();
    while (!enough.test(cli) && System.nanoTime() < end) {
      cli = command.get();
    }
    return cli;
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
