package dev.icrstreams.image;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.ReviewReason;
import dev.icrstreams.image.ink.Components;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A pair of parentheses around a number, as accounts put a negative one: read as digits they are
 * 1s. Stateless.
 */
final class Parentheses {
  /** Of the field's height, how high what is written is at least. */
  private static final double LEAST_WRITTEN = 0.2;

  /** Of the highest thing between them, how high a parenthesis is at least. */
  private static final double LEAST_HEIGHT = 0.9;

  /** Of the higher one, how high the other is at least. */
  private static final double ALIKE = 0.75;

  /** Of its height, how wide one is at most. */
  private static final double WIDEST = 0.55;

  /** Of its height, by how much its middle is beside the line from end to end, at least. */
  private static final double LEAST_BULGE = 0.035;

  /** Of a bulge, how far any part of it may be on the other side of that line. */
  private static final double OTHER_SIDE = 0.3;

  /** In strokes, how wide a row of one is at most: it is one stroke from end to end. */
  private static final double STROKE = 2.2;

  /** Of its height, where the middle and the ends are looked at. */
  private static final double PART = 0.12;

  private Parentheses() {}

  /**
   * The field without them, in place, and with a doubt: a number has no sign. Itself without any.
   */
  static CleanField remove(CleanField field) {
    Components components = field.components();
    List<Integer> written =
        IntStream.rangeClosed(1, components.count())
            .boxed()
            .filter(i -> components.box(i).height() >= LEAST_WRITTEN * field.ink().height())
            .sorted(Comparator.comparingInt(i -> components.box(i).x()))
            .toList();
    if (written.size() < 3) {
      return field;
    }
    int opening = written.get(0);
    int closing = written.get(written.size() - 1);
    double highest =
        written.subList(1, written.size() - 1).stream()
            .mapToInt(i -> components.box(i).height())
            .max()
            .orElseThrow();
    double left = components.box(opening).height();
    double right = components.box(closing).height();
    boolean pair =
        Math.min(left, right) >= LEAST_HEIGHT * highest
            && Math.min(left, right) >= ALIKE * Math.max(left, right)
            && bulge(field, opening) <= -LEAST_BULGE
            && bulge(field, closing) >= LEAST_BULGE;
    if (!pair) {
      return field;
    }
    NeighbourLines.erase(field, opening);
    NeighbourLines.erase(field, closing);
    return field.recounted().doubted(ReviewReason.Code.NOT_A_NUMBER);
  }

  /**
   * How far the middle of a stroke is to the right of the line from end to end, over its height; 0
   * if it is not one stroke that bulges to one side.
   */
  private static double bulge(CleanField field, int component) {
    Components components = field.components();
    Box box = components.box(component);
    if (box.width() > WIDEST * box.height()) {
      return 0;
    }
    double widest = STROKE * Math.max(2, field.strokeWidth());
    double[] middles = new double[box.height()];
    for (int y = 0; y < middles.length; y++) {
      int first = -1;
      int last = -1;
      int pixels = 0;
      for (int x = box.x(); x < box.right(); x++) {
        if (components.at(x, box.y() + y) == component) {
          first = first < 0 ? x : first;
          last = x;
          pixels++;
        }
      }
      if (pixels == 0 || last - first > pixels || pixels > widest) {
        return 0;
      }
      middles[y] = (first + last) / 2.0;
    }
    int part = Math.max(1, (int) (PART * middles.length));
    int centre = (middles.length - part) / 2;
    double top = mean(middles, 0, part);
    double bottom = mean(middles, middles.length - part, middles.length);
    double bulge = mean(middles, centre, centre + part) - (top + bottom) / 2;
    for (int y = part; y < middles.length - part; y++) {
      double line = top + (bottom - top) * y / (middles.length - 1);
      if ((middles[y] - line) * Math.signum(bulge) < -OTHER_SIDE * Math.abs(bulge)) {
        return 0;
      }
    }
    return bulge / middles.length;
  }

  private static double mean(double[] values, int from, int to) {
    return IntStream.range(from, to).mapToDouble(i -> values[i]).average().orElseThrow();
  }
}
