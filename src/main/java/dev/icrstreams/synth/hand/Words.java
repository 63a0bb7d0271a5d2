package dev.icrstreams.synth.hand;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.hand.Spline.Knot;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes words of one hand into a part of a page, smaller than intended where they would not fit.
 * Immutable; used by one thread.
 */
public final class Words {
  private final Hand hand;
  private final Proportions proportions;
  private final SeededRandom random;

  /** Words of a hand. */
  public Words(Hand hand, Proportions proportions, SeededRandom random) {
    this.hand = hand;
    this.proportions = proportions;
    this.random = random;
  }

  /**
   * Letter beside letter; a space in the text is a space.
   *
   * @throws IllegalArgumentException if the hand knows no strokes for a character
   */
  public void block(Plane plane, Box area, String text) {
    draw(plane, area, apart(text));
  }

  /**
   * The way of the pen, letter beside letter.
   *
   * @param x the column that they begin at
   * @param y the baseline's row
   * @throws IllegalArgumentException if the hand knows no strokes for a character
   */
  public List<Trace> traces(String text, double x, double y) {
    List<Trace> line = apart(text);
    double right = x - Trace.left(line);
    double down = y - proportions.height();
    return line.stream().map(trace -> trace.moved(right, down)).toList();
  }

  private List<Trace> apart(String text) {
    double space = proportions.height() * random.between(0.12, 0.3);
    List<Trace> line = new ArrayList<>();
    double x = 0;
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character == ' ') {
        x += 2.5 * space;
        continue;
      }
      List<Trace> letter = hand.traces(character, proportions, random);
      double off = x - Trace.left(letter);
      letter.forEach(trace -> line.add(trace.moved(off, 0)));
      x = Trace.right(line) + space;
    }
    return line;
  }

  /** In one go, the pen lifted only for dots and bars; small letters only. */
  public void joined(Plane plane, Box area, String text) {
    draw(plane, area, joined(text, 0, 0));
  }

  /** A large capital letter, more or less of a word, and a flourish. */
  public void signature(Plane plane, Box area, char initial, String text) {
    double height = proportions.height();
    List<Trace> line = new ArrayList<>(hand.traces(initial, proportions, random));
    double right = Trace.right(line) - 0.1 * height;
    line.addAll(joined(text, right, random.between(0.02, 0.12)));
    if (random.chance(0.7)) {
      line.add(flourish(Trace.left(line), Trace.right(line)));
    }
    draw(plane, area, line);
  }

  /** Back under the word and on beyond its end, or through it. */
  private Trace flourish(double left, double right) {
    double height = proportions.height();
    double low = height * random.between(0.75, 1.3);
    List<Knot> way =
        List.of(
            new Knot(right, 0.95 * height, false),
            new Knot(right + height * random.between(-0.1, 0.4), low, false),
            new Knot((left + right) / 2, low + height * random.around(0, 0.1, -0.2, 0.2), false),
            new Knot(left + height * random.between(-0.3, 0.4), low, false),
            new Knot(left + height * random.between(0, 0.5), low + 0.12 * height, false),
            new Knot(right + height * random.between(-0.4, 0.7), 0.9 * low, false));
    return Spline.through(way, 0.05 * height).shaken(0.006 * height, random);
  }

  /** The letters on one long curve; {@code decay}: how much lower each is than the one before. */
  private List<Trace> joined(String text, double from, double decay) {
    double scale = proportions.height() / 100;
    double tall = 1;
    double x = from / scale;
    List<Knot> way = new ArrayList<>();
    List<Trace> apart = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      Allograph letter = Allographs.CURSIVE.of(character).get(0);
      Deformation own = Deformation.draw(hand.freedom(), hand.habits(character));
      Deformation today = Deformation.draw(0.5 * hand.unsteadiness(), random);
      double end = 0;
      for (int i = 0; i < letter.strokes().size(); i++) {
        List<Knot> knots = new ArrayList<>();
        SeededRandom habits = hand.habits(character);
        for (Allograph.Point point : letter.strokes().get(i).points()) {
          Knot knot = new Knot(point.x(), 100 - tall * (100 - point.y()), point.corner());
          Knot bent = today.apply(own.apply(knot, habits), random);
          knots.add(Hand.placed(bent.moved(x), proportions, scale));
          end = i == 0 ? bent.x() : end;
        }
        if (i == 0) {
          way.addAll(way.isEmpty() ? knots : knots.subList(1, knots.size()));
        } else {
          apart.add(Spline.through(knots, Hand.STEP * scale));
        }
      }
      x += end;
      tall = Math.max(0.3, tall - decay);
    }
    apart.add(Spline.through(way, Hand.STEP * scale).shaken(0.5 * scale, random));
    return apart;
  }

  private void draw(Plane plane, Box area, List<Trace> line) {
    double width = Trace.right(line) - Trace.left(line);
    double height = Trace.bottom(line) - Trace.top(line);
    double fit = Math.min(1, Math.min(area.width() / width, 1.25 * area.height() / height));
    List<Trace> fitted = line.stream().map(trace -> trace.scaled(fit)).toList();
    double x = area.x() - Trace.left(fitted) + random.uniform() * (area.width() - fit * width);
    double y =
        area.y() - Trace.top(fitted) + random.between(0.3, 0.7) * (area.height() - fit * height);
    double pen = Math.max(1.5, proportions.strokePixels() * Math.max(0.5, fit));
    fitted.forEach(trace -> hand.pen().draw(plane, trace, x, y, pen, random));
  }
}
