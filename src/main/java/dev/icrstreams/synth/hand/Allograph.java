package dev.icrstreams.synth.hand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One of the shapes in which a character is written, as pen strokes; lengths are hundredths of a
 * full character's height. Immutable.
 *
 * @param weight how common it is beside the character's other shapes
 * @param continental whether it is a 1 with an upstroke or a 7 with a bar
 */
record Allograph(double weight, boolean continental, List<Stroke> strokes) {
  /**
   * What is drawn without lifting the pen.
   *
   * @param share of the writers who draw it
   */
  record Stroke(double share, List<Point> points) {}

  /**
   * A point that the pen goes through.
   *
   * @param corner whether it changes its direction abruptly there
   * @param share of the writers who go through it
   */
  record Point(double x, double y, boolean corner, double share) {}

  /**
   * Reads a weight such as {@code 0.8*}, where the star stands for continental, and strokes such as
   * {@code 0,22 16,0! 16,100 / ?50 0,100 40,100}.
   *
   * @throws IllegalArgumentException if they cannot be read; the message says which
   */
  static Allograph parse(String weight, String text) {
    boolean continental = weight.endsWith("*");
    return new Allograph(
        Double.parseDouble(continental ? weight.substring(0, weight.length() - 1) : weight),
        continental,
        Arrays.stream(text.split("/", -1)).map(part -> stroke(part.strip())).toList());
  }

  private static Stroke stroke(String text) {
    String[] words = text.split("\\s+", -1);
    boolean optional = words[0].startsWith("?") && !words[0].contains(",");
    List<Point> points = new ArrayList<>();
    for (int i = optional ? 1 : 0; i < words.length; i++) {
      points.add(point(words[i]));
    }
    if (points.size() < 2) {
      throw new IllegalArgumentException("a stroke needs two points: '" + text + "'");
    }
    return new Stroke(optional ? share(words[0].substring(1)) : 1, List.copyOf(points));
  }

  private static Point point(String word) {
    try {
      boolean corner = word.endsWith("!");
      String plain = corner ? word.substring(0, word.length() - 1) : word;
      int colon = plain.indexOf(':');
      double share = colon < 0 ? 1 : share(plain.substring(1, colon));
      int comma = plain.indexOf(',');
      return new Point(
          Double.parseDouble(plain.substring(colon + 1, comma)),
          Double.parseDouble(plain.substring(comma + 1)),
          corner,
          share);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("no point: '" + word + "'", e);
    }
  }

  private static double share(String percent) {
    return Integer.parseInt(percent) / 100.0;
  }
}
