package dev.icrstreams.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of {@code ./icr} that a page shows, in a block or between backticks. A bare name, as in
 * "{@code ./icr produce} sends them", is no command unless it does something by itself.
 *
 * @param page where it stands
 * @param line what follows {@code ./icr}, without redirection and comment
 */
record DocumentedCommand(Path page, String line) {
  private static final Pattern COMMAND =
      Pattern.compile("(?m)(?:^|`|&& )\\./icr ([^`\\n#&|>]+[^`\\n#&|> ])");
  private static final Set<String> COMPLETE_BY_NAME = Set.of("config");

  static List<DocumentedCommand> on(Path page) {
    List<DocumentedCommand> commands = new ArrayList<>();
    Matcher found = COMMAND.matcher(read(page));
    while (found.find()) {
      String line = found.group(1).strip();
      if (line.contains(" ") || COMPLETE_BY_NAME.contains(line)) {
        commands.add(new DocumentedCommand(page, line));
      }
    }
    return commands;
  }

  /** Whether it goes on until somebody stops it. */
  boolean goesOn() {
    return line.startsWith("run ")
        || (line.startsWith("results ") && !line.contains("--until-idle"));
  }

  /** The words of the line, as a shell would split it; no page quotes any. */
  List<String> words() {
    return List.of(line.split(" +"));
  }

  /** The file that it is told to write; null for none. */
  String out() {
    int option = words().indexOf("--out");
    return option < 0 ? null : words().get(option + 1);
  }

  @Override
  public String toString() {
    return page + ": ./icr " + line;
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
