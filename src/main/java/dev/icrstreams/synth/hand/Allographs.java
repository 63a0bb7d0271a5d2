package dev.icrstreams.synth.hand;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shapes of every character that can be written, read once. Immutable and thread-safe. */
final class Allographs {
  /** Digits, letters and signs as they are written one by one. */
  static final Allographs PRINT = load("/hand/digits.txt", "/hand/letters.txt", "/hand/signs.txt");

  /** Small letters that come from the baseline and go on to the next. */
  static final Allographs CURSIVE = load("/hand/cursive.txt");

  private final Map<Character, List<Allograph>> shapes = new HashMap<>();

  private Allographs() {}

  /**
   * A character's shapes, in the file's order.
   *
   * @throws IllegalArgumentException if it has none
   */
  List<Allograph> of(char character) {
    List<Allograph> found = shapes.get(character);
    if (found == null) {
      throw new IllegalArgumentException("no strokes for '" + character + "'");
    }
    return found;
  }

  boolean has(char character) {
    return shapes.containsKey(character);
  }

  static Allographs load(String... resources) {
    Allographs loaded = new Allographs();
    for (String resource : resources) {
      try (InputStream in = Allographs.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IOException("the jar lacks " + resource);
        }
        loaded.addAll(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return loaded;
  }

  private void addAll(String text, String resource) {
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        int weight = line.indexOf(' ', 2);
        Allograph shape = Allograph.parse(line.substring(2, weight), line.substring(weight + 1));
        shapes.computeIfAbsent(line.charAt(0), any -> new ArrayList<>()).add(shape);
      } catch (RuntimeException e) {
        throw new IllegalArgumentException(resource + ": '" + line + "': " + e.getMessage(), e);
      }
    }
  }
}
