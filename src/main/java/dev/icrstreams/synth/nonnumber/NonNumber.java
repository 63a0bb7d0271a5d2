package dev.icrstreams.synth.nonnumber;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.glyph.GlyphSource;
import dev.icrstreams.synth.hand.Hand;
import dev.icrstreams.synth.hand.Syllables;
import dev.icrstreams.synth.hand.Words;
import dev.icrstreams.synth.mark.Denomination;
import dev.icrstreams.synth.mark.Punctuation;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.Rotation;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.style.WriterStyle;
import dev.icrstreams.synth.writing.FreeWriting;
import dev.icrstreams.synth.writing.Joins;
import dev.icrstreams.synth.writing.Spacing;
import dev.icrstreams.synth.writing.Writing;
import java.util.List;
import java.util.Locale;

/** What people put into a field for numbers that is none. */
public enum NonNumber {
  /** Pen marks of no meaning. */
  SCRIBBLE(3) {
    @Override
    public void draw(
        Plane plane, Box area, GlyphSource glyphs, WriterStyle style, SeededRandom random) {
      Scribble.drawAny(random).draw(plane, area, style.strokePixels(), random);
    }
  },
  /** A word in block letters. */
  LETTERS(4) {
    @Override
    public void draw(
        Plane plane, Box area, GlyphSource glyphs, WriterStyle style, SeededRandom random) {
      String word = Syllables.word(random);
      new Words(style.hand(), style.proportions(), random)
          .block(plane, area, random.chance(0.6) ? word.toUpperCase(Locale.ROOT) : word);
    }
  },
  /** A word in joined letters. */
  CURSIVE(3) {
    @Override
    public void draw(
        Plane plane, Box area, GlyphSource glyphs, WriterStyle style, SeededRandom random) {
      new Words(style.hand(), style.proportions(), random)
          .joined(plane, area, Syllables.joinable(random));
    }
  },
  /** Somebody's name, more or less legible. */
  SIGNATURE(3) {
    @Override
    public void draw(
        Plane plane, Box area, GlyphSource glyphs, WriterStyle style, SeededRandom random) {
      new Words(style.hand(), style.proportions(), random)
          .signature(plane, area, Syllables.initial(random), Syllables.joinable(random));
    }
  },
  /** Letters of a form or a stamp. */
  PRINTED(2) {
    @Override
    public void draw(
        Plane plane, Box area, GlyphSource glyphs, WriterStyle style, SeededRandom random) {
      String text =
          Syllables.word(random) + (random.chance(0.5) ? " " + Syllables.word(random) : "");
      new Words(Hand.mechanical(random), style.proportions(), random)
          .block(plane, area, random.chance(0.5) ? text.toUpperCase(Locale.ROOT) : text);
    }
  },
  /** A currency, a unit or a label, and the number forgotten. */
  DENOMINATION(3) {
    @Override
    public void draw(
        Plane plane, Box area, GlyphSource glyphs, WriterStyle style, SeededRandom random) {
      Denomination word =
          random.chance(0.5) ? Denomination.currency(random) : Denomination.unitOrLabel(random);
      Hand hand = word.printed() ? Hand.mechanical(random) : style.hand();
      WriterStyle smaller = style.resized(random.between(0.5, 1.05), 1);
      new Words(hand, smaller.proportions(), random)
          .block(plane, area, word.before() + word.after());
    }
  },
  /** A number struck out. */
  CROSSED_OUT(4) {
    @Override
    public void draw(
        Plane plane, Box area, GlyphSource glyphs, WriterStyle style, SeededRandom random) {
      Box number = number(plane, area, "0123456789", glyphs, style, random);
      Strikes.drawAny(random).draw(plane, number, style.strokePixels(), random);
    }
  },
  /** A tick, a cross, an arrow, a dash. */
  MARK(2) {
    @Override
    public void draw(
        Plane plane, Box area, GlyphSource glyphs, WriterStyle style, SeededRandom random) {
      Jotting.drawAny(random).draw(plane, area, style.strokePixels(), random);
    }
  },
  /** Heads or feet of digits, too little to tell which. */
  HALF_CUT(2) {
    @Override
    public void draw(
        Plane plane, Box area, GlyphSource glyphs, WriterStyle style, SeededRandom random) {
      // what is left of the others looks like a 1
      Box number = number(plane, area, "023568", glyphs, style, random);
      double left = number.height() * random.between(0.2, 0.36);
      boolean heads = random.chance(0.5);
      int from = heads ? (int) (number.y() + left) : 0;
      int to = heads ? plane.height : (int) (number.bottom() - left);
      // a number that is too large for its area sticks out of the plane
      int end = Math.min(plane.height, to) * plane.width;
      for (int i = Math.max(0, from) * plane.width; i < end; i++) {
        plane.values[i] = 0;
      }
    }
  };

  private final int weight;

  NonNumber(int weight) {
    this.weight = weight;
  }

  /**
   * Puts it on the paper.
   *
   * @param area where a number would stand, in pixels
   * @param glyphs what digits are taken from
   */
  public abstract void draw(
      Plane plane, Box area, GlyphSource glyphs, WriterStyle style, SeededRandom random);

  /** One of them, the usual ones more often. */
  public static NonNumber drawAny(SeededRandom random) {
    int left = random.range(0, List.of(values()).stream().mapToInt(kind -> kind.weight).sum() - 1);
    for (NonNumber kind : values()) {
      left -= kind.weight;
      if (left < 0) {
        return kind;
      }
    }
    return SCRIBBLE;
  }

  /** Writes a number of some digits across the area and tells where it is. */
  private static Box number(
      Plane plane,
      Box area,
      String digits,
      GlyphSource glyphs,
      WriterStyle style,
      SeededRandom random) {
    int count = Math.max(2, (int) (area.width() / (style.height() * (0.65 + style.gap()))));
    StringBuilder number = new StringBuilder();
    for (int i = 0; i < count; i++) {
      number.append(digits.charAt(random.range(0, digits.length() - 1)));
    }
    FreeWriting hand =
        new FreeWriting(
            style,
            Spacing.apart(random),
            Joins.NONE,
            Punctuation.none(count),
            FreeWriting.SMALL_ZEROS,
            random);
    Writing line = hand.write(number.toString(), glyphs.draw(number.toString(), style, random));
    Box extent = line.extentOr(area);
    int right = area.x() - extent.x() + Math.max(0, (area.width() - extent.width()) / 2);
    int down = area.y() - extent.y() + (area.height() - extent.height()) / 2;
    line.moved(right, down)
        .digits()
        .forEach(digit -> digit.draw(plane, new Rotation(0, plane.width, plane.height)));
    int x = extent.x() + right;
    int width = Math.min(extent.width(), plane.width - x);
    return new Box(x, Math.max(0, extent.y() + down), width, extent.height());
  }
}
