package dev.icrstreams.data;

import dev.icrstreams.field.Ink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Digits of MNIST's training half that must teach nothing: a person reads another digit than their
 * label says, or none. They are known by their pixels, in whatever IDX file or order they come. The
 * list, {@code digits/mislabelled.tsv}, names their numbers too; how they were found is in this
 * package's RATIONALE.md. Thread-safe.
 */
public final class Mislabelled {
  private static final String LIST = "/digits/mislabelled.tsv";
  private static final int LABEL = 1;
  private static final int READ = 2;
  private static final int HASH = 3;

  private static final Map<String, String> REASONS = reasons();

  private Mislabelled() {}

  /**
   * What is wrong with the digits of a set, a line each.
   *
   * @return for example "image 7080: labelled 3, reads as 5", the numbers from 0
   */
  public static List<String> in(DigitSet digits) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < digits.size(); i++) {
      String reason = reason(digits, i);
      if (reason != null) {
        found.add("image " + i + ": " + reason);
      }
    }
    return found;
  }

  /** The set without them. */
  public static DigitSet without(DigitSet digits) {
    List<Ink> images = new ArrayList<>();
    byte[] labels = new byte[digits.size()];
    for (int i = 0; i < digits.size(); i++) {
      if (reason(digits, i) == null) {
        labels[images.size()] = digits.labels()[i];
        images.add(digits.images().get(i));
      }
    }
    return new DigitSet(images, Arrays.copyOf(labels, images.size()));
  }

  private static String reason(DigitSet digits, int i) {
    return REASONS.get(key(digits.labels()[i], Sha256.of(digits.images().get(i).values())));
  }

  /** A digit that somebody labelled anew is wrong no longer. */
  private static String key(int label, String sha256) {
    return label + " " + sha256;
  }

  private static Map<String, String> reasons() {
    Map<String, String> reasons = new HashMap<>();
    try (InputStream in = Mislabelled.class.getResourceAsStream(LIST);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(
              parts -> {
                String read = parts[READ].equals("-") ? "illegible" : "reads as " + parts[READ];
                reasons.put(
                    key(Integer.parseInt(parts[LABEL]), parts[HASH]),
                    "labelled " + parts[LABEL] + ", " + read);
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(reasons);
  }
}
