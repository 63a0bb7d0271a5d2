package dev.icrstreams.synth.writing;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.glyph.Glyph;
import dev.icrstreams.synth.glyph.GlyphSize;
import dev.icrstreams.synth.mark.Denomination;
import dev.icrstreams.synth.mark.PenMark;
import dev.icrstreams.synth.mark.PenStroke;
import dev.icrstreams.synth.mark.Punctuation;
import dev.icrstreams.synth.mark.Sign;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.style.WriterStyle;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one number freely, from left to right about row 0, the first ink about column 0. One
 * number each; not thread-safe.
 */
public final class FreeWriting {
  private static final double TOUCHING_PAIRS = 0.55;

  /** Of a digit's height, the rows in which its neighbour may leave it no paper. */
  private static final double MOST_MERGED = 0.33;

  /** How often the zeros that end a number are smaller than the digits before them. */
  public static final double SMALL_ZEROS = 0.18;

  /** Share of the numbers that begin with a digit larger than the others. */
  private static final double LARGE_BEGINNINGS = 0.08;

  private final WriterStyle style;
  private final Spacing spacing;
  private final Joins joins;
  private final Punctuation punctuation;
  private final double smallZeros;
  private final Baseline baseline;
  private final SeededRandom random;
  private final double pen;

  private final List<Placement> digits = new ArrayList<>();
  private final List<PenStroke> strokes = new ArrayList<>();
  private final List<PenMark> marks = new ArrayList<>();

  /**
   * Writes one number.
   *
   * @param smallZeros how often the zeros that end it are made smaller than the other digits
   */
  public FreeWriting(
      WriterStyle style,
      Spacing spacing,
      Joins joins,
      Punctuation punctuation,
      double smallZeros,
      SeededRandom random) {
    this.style = style;
    this.spacing = spacing;
    this.joins = joins;
    this.punctuation = punctuation;
    this.smallZeros = smallZeros;
    this.baseline = new Baseline(style, random);
    this.random = random;
    this.pen = Math.max(1.2, style.strokePixels());
  }

  /** Writes the number; the glyphs are its digits. */
  public Writing write(String number, List<Glyph> glyphs) {
    Denomination denomination = punctuation.denomination();
    double at = signs(0, word(0, 0, denomination.before()), punctuation.before());
    double growth = random.chance(0.25) ? random.around(0, 0.13, -0.3, 0.3) : 0;
    int pairToTouch = unseparated(random.range(1, Math.max(1, glyphs.size() - 1)));
    int firstRaised = glyphs.size() - punctuation.raised();
    int firstSmall = random.chance(smallZeros) ? trailingZeros(number) : glyphs.size();
    double small = random.between(0.42, 0.8);
    double first = random.chance(LARGE_BEGINNINGS) ? random.between(1.15, 1.5) : 1;
    for (int i = 0; i < glyphs.size(); i++) {
      double along = glyphs.size() == 1 ? 0 : (double) i / (glyphs.size() - 1) - 0.5;
      double size = (1 + growth * along) * (i == 0 ? first : i >= firstSmall ? small : 1);
      Glyph glyph = size == 1 ? glyphs.get(i) : GlyphSize.scaled(glyphs.get(i), size);
      if (i == firstRaised) {
        raise(glyphs.subList(i, glyphs.size()));
        break;
      }
      if (i == 0) {
        digits.add(foot(glyph, (int) Math.round(at)));
        continue;
      }
      boolean joined =
          punctuation.between()[i - 1] == null
              && !punctuation.spaced()[i - 1]
              && joins.between(number.charAt(i - 1), number.charAt(i), random);
      next(i, glyph, joined, i == pairToTouch);
    }
    if (!digits.isEmpty()) {
      double gap = style.height() * random.between(0.1, 0.45);
      double end = signs(digits.size(), right() + gap, punctuation.after());
      word(digits.size(), end, denomination.after());
    }
    return new Writing(digits, strokes, marks);
  }

  /** Where the zeros begin that are often written small; the number's length without them. */
  public static int trailingZeros(String number) {
    int first = number.length();
    while (first > 1 && number.charAt(first - 1) == '0') {
      first--;
    }
    return number.length() - first > 1 ? first : number.length();
  }

  /** This pair or, if a mark or a gap stands between its digits, its neighbour. */
  private int unseparated(int pair) {
    boolean together =
        pair > punctuation.spaced().length
            || (punctuation.between()[pair - 1] == null && !punctuation.spaced()[pair - 1]);
    return together ? pair : pair > 1 ? pair - 1 : pair + 1;
  }

  private void next(int i, Glyph glyph, boolean joined, boolean mustTouch) {
    Placement before = digits.get(i - 1);
    Placement here = foot(glyph, before.box().right());
    Sign sign = punctuation.between()[i - 1];
    int shift;
    if (sign != null) {
      shift = separate(i, sign, before);
    } else if (punctuation.spaced()[i - 1]) {
      shift = (int) Math.round(style.height() * random.between(0.55, 1.2));
      gap(i, before, shift);
    } else if (joined && !(mustTouch && spacing.touches())) {
      shift = apart(before, here, style.height() * random.between(0, 0.12));
    } else if (spacing.touches() && (mustTouch || random.chance(TOUCHING_PAIRS))) {
      shift = together(before, here);
    } else {
      double wanted = style.height() * style.gap() * spacing.draw(random);
      shift = apart(before, here, Math.max(wanted, spacing == Spacing.TIGHT ? 1 : 2));
    }
    Placement placed = here.moved(shift, 0);
    digits.add(placed);
    if (joined) {
      strokes.addAll(joins.stroke(before, placed, pen, random));
    }
  }

  private int separate(int i, Sign sign, Placement before) {
    double size = style.height();
    double space = size * Math.min(0.4, style.gap()) * random.between(0.2, 0.9);
    double x = before.box().right() + space;
    PenMark mark = sign.mark(i, x, baseline.at(x), size, pen, random);
    marks.add(mark);
    // a low mark lets the next digit lean over it, a high or long one does not
    boolean low = sign == Sign.POINT || sign == Sign.COMMA;
    double room = low && random.chance(0.4) ? sign.room() * 0.3 * size : mark.box().right() - x;
    return (int) Math.round(Math.max(2, space + room + space * random.between(0.3, 1.2)));
  }

  private void gap(int i, Placement before, int width) {
    int left = before.box().right();
    marks.add(PenMark.gap(i, new Box(left, before.y(), width, before.glyph().height())));
  }

  private Placement foot(Glyph glyph, int x) {
    return new Placement(glyph, x, (int) Math.round(baseline.foot(x, random)) - glyph.height());
  }

  /** Between kerning (equal white between the shapes) and typing (equal white between boxes). */
  private static int apart(Placement before, Placement here, double wanted) {
    int clearance = clearance(before, here);
    double kerned = wanted - clearance;
    return (int) Math.round(Math.max(1 - clearance, (kerned + 0.6 * wanted) / 2));
  }

  private int together(Placement before, Placement here) {
    int widest = Math.min(before.glyph().width(), here.glyph().width());
    double overlap =
        spacing == Spacing.OVERLAPPING
            ? Math.min(0.3 * widest, pen * random.between(0.8, 2.4))
            : pen * random.between(0.2, 0.9);
    int clearance = clearance(before, here);
    // nobody writes one digit on top of another
    int shift =
        Math.max(-clearance - Math.max(1, (int) Math.round(overlap)), -(int) (0.4 * widest) - 1);
    while (shift < 2 - clearance && isMerged(before, here.moved(shift, 0))) {
      shift++;
    }
    return shift;
  }

  /** Whether two neighbours run into each other over so much of their height that one is lost. */
  private static boolean isMerged(Placement before, Placement here) {
    int top = Math.max(before.y(), here.y());
    int bottom = Math.min(before.box().bottom(), here.box().bottom());
    int merged = 0;
    for (int y = top; y < bottom; y++) {
      int right = before.glyph().right(y - before.y());
      int left = here.glyph().left(y - here.y());
      if (right >= 0 && left < here.glyph().width() && here.x() + left <= before.x() + right + 1) {
        merged++;
      }
    }
    return merged > MOST_MERGED * Math.min(before.glyph().height(), here.glyph().height());
  }

  /** The white pixels between two neighbours where they are closest. */
  private static int clearance(Placement before, Placement here) {
    int least = Integer.MAX_VALUE;
    int top = Math.max(before.y(), here.y());
    int bottom = Math.min(before.box().bottom(), here.box().bottom());
    for (int y = top; y < bottom; y++) {
      int right = before.glyph().right(y - before.y());
      int left = here.glyph().left(y - here.y());
      if (right >= 0 && left < here.glyph().width()) {
        least = Math.min(least, here.x() + left - before.x() - right - 1);
      }
    }
    return least == Integer.MAX_VALUE ? here.x() - before.box().right() : least;
  }

  /** Small digits, their feet in the air, with or without strokes under them. */
  private void raise(List<Glyph> glyphs) {
    double size = random.between(0.5, 0.72);
    double lift = style.height() * random.between(0.35, 0.55);
    double x = right() + style.height() * random.between(0.06, 0.3);
    double from = x;
    for (Glyph glyph : glyphs) {
      Glyph small = GlyphSize.scaled(glyph, size);
      int foot = (int) Math.round(baseline.at(x) - lift);
      digits.add(new Placement(small, (int) Math.round(x), foot - small.height()));
      x += small.width() + Math.max(2, style.height() * random.between(0.03, 0.12));
    }
    double under = baseline.at(x) - lift + Math.max(pen + 1, style.height() * 0.12);
    for (int i = 0; i < punctuation.rules(); i++) {
      double y = under + i * Math.max(pen + 2, style.height() * 0.13);
      double overhang = style.height() * random.between(-0.05, 0.2);
      marks.add(
          PenMark.of(
              digits.size(),
              Sign.DASH.kind(),
              PenStroke.line(
                  from - overhang, y, x + overhang, y + pen * random.between(-1, 1), pen)));
    }
  }

  private double signs(int afterDigit, double x, List<Sign> signs) {
    double at = x;
    for (Sign sign : signs) {
      PenMark mark = sign.mark(afterDigit, at, baseline.at(at), style.height(), pen, random);
      marks.add(mark);
      at = mark.box().right() + style.height() * random.between(0.06, 0.3);
    }
    return at;
  }

  /** A word beside the number; tells where what follows may begin. */
  private double word(int afterDigit, double x, String word) {
    if (word.isEmpty()) {
      return x;
    }
    Lettering letters = new Lettering(style, random);
    boolean printed = punctuation.denomination().printed();
    PenMark mark = letters.mark(afterDigit, word, printed, x, baseline.at(x));
    marks.add(mark);
    return mark.box().right() + letters.gap();
  }

  private int right() {
    return digits.get(digits.size() - 1).box().right();
  }
}
