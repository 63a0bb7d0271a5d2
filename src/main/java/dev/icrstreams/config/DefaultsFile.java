package dev.icrstreams.config;

import java.util.ArrayList;
import java.util.List;

/**
 * The commented file of all keys with their defaults, made from their declarations; {@code
 * icr.properties} at the top of the class path is this text.
 */
public final class DefaultsFile {
  private static final int WIDTH = 90;

  private DefaultsFile() {}

  /** The whole file. */
  public static String text() {
    StringBuilder text = new StringBuilder();
    comment(
        text,
        "Every key of icr-streams with its default. Copy what you change into a file of your own"
            + " and name it with --config. An environment variable overrides the file, --set"
            + " KEY=VALUE overrides both.");
    for (Key<?> key : Keys.ALL) {
      text.append('\n');
      comment(text, key.meaning());
      comment(text, "Range: " + key.range() + ". Environment: " + key.environmentName());
      text.append(key.name()).append('=').append(key.defaultText()).append('\n');
    }
    for (KeyFamily family : Keys.FAMILIES) {
      text.append('\n');
      comment(text, family.meaning());
      comment(text, "Range: " + family.range() + ". Environment: " + family.environmentName());
      text.append("# ").append(family.pattern()).append("=\n");
    }
    return text.toString();
  }

  private static void comment(StringBuilder text, String words) {
    for (String line : wrapped(words)) {
      text.append("# ").append(line).append('\n');
    }
  }

  private static List<String> wrapped(String words) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words.split(" ", -1)) {
      if (line.length() + word.length() >= WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
