package dev.icrstreams.synth.writing;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Separator.Kind;
import dev.icrstreams.synth.mark.PenMark;
import dev.icrstreams.synth.mark.PenStroke;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.style.WriterStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What people put around a number, as parentheses that say that it is negative, or do to one of its
 * digits. For one number each; not thread-safe.
 */
public final class Annotations {
  /** Numbers with a digit struck out. */
  private static final double SLIPS = 0.4;

  private static final double ONE_SIDE = 0.08;
  private static final int ROUND = 12;

  /** An ampersand's corners, from its foot to its arm: right and up, 1 is a digit's height. */
  private static final double[][] AMPERSAND = {
    {0.75, 0},
    {0.25, 0.6},
    {0.19, 0.8},
    {0.3, 0.97},
    {0.43, 0.85},
    {0.36, 0.66},
    {0.11, 0.42},
    {0.03, 0.2},
    {0.18, 0.02},
    {0.4, 0.05},
    {0.57, 0.24},
    {0.67, 0.47}
  };

  private final WriterStyle style;
  private final SeededRandom random;
  private final double pen;

  /** Of a writer. */
  public Annotations(WriterStyle style, SeededRandom random) {
    this.style = style;
    this.random = random;
    this.pen = Math.max(1.2, style.strokePixels()) * random.between(0.85, 1.1);
  }

  /**
   * A number in parentheses, with a sign beside it, or with a digit too many that is struck out.
   *
   * @param hand writes the digits that it is given
   */
  public Writing write(String number, Function<String, Writing> hand) {
    if (!random.chance(SLIPS)) {
      return around(hand.apply(number));
    }
    int slip = random.range(0, number.length());
    String tooMany = number.substring(0, slip) + random.range(0, 9) + number.substring(slip);
    return struckOut(hand.apply(tooMany), slip);
  }

  private Writing around(Writing number) {
    Box all = number.extentOr(null);
    Box digits = number.digits().stream().map(Placement::box).reduce(Box::union).orElseThrow();
    int count = number.digits().size();
    List<PenMark> added = new ArrayList<>();
    double chosen = random.uniform();
    if (chosen < 0.75) {
      boolean alone = random.chance(ONE_SIDE);
      boolean opens = !alone || random.chance(0.5);
      double bulge = style.height() * random.between(0.11, 0.3);
      double above = style.height() * random.between(-0.1, 0.45);
      double below = style.height() * random.between(-0.1, 0.45);
      if (opens) {
        added.add(mark(0, parenthesis(all.x() - gap(), digits, bulge, above, below)));
      }
      if (!opens || !alone) {
        added.add(mark(count, parenthesis(all.right() + gap(), digits, -bulge, above, below)));
      }
    } else {
      boolean before = random.chance(0.3);
      double size = style.height() * random.between(0.6, 1.15);
      List<PenStroke> sign = chosen < 0.88 ? percent(size) : ampersand(size);
      double width = sign.stream().map(PenStroke::box).reduce(Box::union).orElseThrow().width();
      double x = before ? all.x() - gap() - width : all.right() + gap();
      double foot = digits.bottom() + style.height() * random.around(0, 0.06, -0.15, 0.15);
      added.add(mark(before ? 0 : count, sign).moved((int) x, (int) foot));
    }
    return number.with(added);
  }

  /** Never by one stroke alone: a 7 has a bar, and some a 0. */
  private Writing struckOut(Writing number, int index) {
    Box box = number.digits().get(index).box();
    double size = style.height();
    double over = Math.max(size * random.between(0.05, 0.22), (0.5 * size - box.width()) / 2);
    double left = box.x() - over;
    double right = box.right() + over;
    double top = box.y() - size * random.between(-0.05, 0.1);
    double bottom = box.bottom() + size * random.between(-0.05, 0.1);
    double apart = Math.max(2.5 * pen, size * random.between(0.18, 0.32));
    List<PenStroke> strokes = new ArrayList<>();
    double chosen = random.uniform();
    if (chosen < 0.4) {
      strokes.add(PenStroke.line(left, shaken(bottom), right, shaken(top), pen));
      strokes.add(PenStroke.line(left, shaken(top), right, shaken(bottom), pen));
    } else if (chosen < 0.7) {
      double rise = random.chance(0.5) ? 0 : bottom - top - 2 * apart;
      double middle = (top + bottom) / 2;
      for (int line = -1; line <= 1; line += 2) {
        double y = middle + line * apart / 2;
        strokes.add(PenStroke.line(left, y + rise / 2, right, y - rise / 2, pen));
      }
    } else {
      strokes.add(
          allOver(new Box((int) left, (int) top, (int) (right - left), (int) (bottom - top))));
    }
    return number.struckOut(index, strokes);
  }

  private double gap() {
    return style.height() * random.between(0.08, 0.5);
  }

  private double shaken(double y) {
    return y + style.height() * random.around(0, 0.06, -0.15, 0.15);
  }

  private static PenMark mark(int afterDigit, List<PenStroke> strokes) {
    return PenMark.of(afterDigit, Kind.OTHER, strokes.toArray(PenStroke[]::new));
  }

  /** Its ends are at column x; the bulge is to the left, of a closing one to the right. */
  private List<PenStroke> parenthesis(
      double x, Box digits, double bulge, double above, double below) {
    double lean = style.slant() * digits.height() / 2 * random.between(0, 1);
    double top = digits.y() - above;
    double bottom = digits.bottom() + below;
    double middle = (top + bottom) / 2 + style.height() * random.around(0, 0.05, -0.1, 0.1);
    return List.of(PenStroke.curve(x + lean, top, x - 2 * bulge, middle, x - lean, bottom, pen));
  }

  /** Two rings and a stroke between them. */
  private List<PenStroke> percent(double size) {
    double ring = size * random.between(0.13, 0.22);
    double width = size * random.between(0.55, 0.9);
    return List.of(
        ring(ring, -size + ring, ring),
        PenStroke.line(
            width * random.between(0.75, 1), -size, width * random.between(0, 0.25), 0, pen),
        ring(width - ring, -ring, ring));
  }

  private PenStroke ring(double x, double y, double radius) {
    double[] across = new double[ROUND + 1];
    double[] down = new double[ROUND + 1];
    double tall = random.between(1, 1.35);
    for (int i = 0; i <= ROUND; i++) {
      double angle = 2 * Math.PI * i / ROUND;
      across[i] = x + radius * StrictMath.sin(angle);
      down[i] = y + tall * radius * StrictMath.cos(angle);
    }
    return new PenStroke(across, down, pen);
  }

  private List<PenStroke> ampersand(double size) {
    double[] across = new double[AMPERSAND.length];
    double[] down = new double[AMPERSAND.length];
    for (int i = 0; i < AMPERSAND.length; i++) {
      across[i] = size * (AMPERSAND[i][0] + random.between(-0.03, 0.03));
      down[i] = -size * (AMPERSAND[i][1] + random.between(-0.03, 0.03));
    }
    return List.of(new PenStroke(across, down, pen));
  }

  /** To and fro until nothing can be read. */
  private PenStroke allOver(Box box) {
    int turns = random.range(9, 16);
    double[] across = new double[turns];
    double[] down = new double[turns];
    for (int i = 0; i < turns; i++) {
      across[i] = box.x() + box.width() * random.uniform();
      down[i] = box.y() + box.height() * random.uniform();
    }
    return new PenStroke(across, down, pen);
  }
}
