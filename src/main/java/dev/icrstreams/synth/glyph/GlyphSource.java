package dev.icrstreams.synth.glyph;

import dev.icrstreams.data.DigitSet;
import dev.icrstreams.field.Ink;
import dev.icrstreams.synth.hand.Proportions;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.style.WriterStyle;
import java.util.ArrayList;
import java.util.List;

/** Draws numbers, from a set of single digits or stroke by stroke. Immutable and thread-safe. */
public final class GlyphSource {
  /** Scanned digits to choose the one from that leans most like the writer's. */
  private static final int CHOICE = 3;

  /** Of the writers of deformed digits, those who write equal digits alike. */
  private static final double FAITHFUL = 0.7;

  private final List<List<Ink>> byValue = new ArrayList<>();

  /**
   * Sorts the digits by their value.
   *
   * @throws IllegalArgumentException if a value from 0 to 9 has no digit
   */
  public GlyphSource(DigitSet digits) {
    for (int value = 0; value <= 9; value++) {
      List<Ink> images = new ArrayList<>();
      for (int i = 0; i < digits.size(); i++) {
        if (digits.labels()[i] == value) {
          images.add(digits.images().get(i));
        }
      }
      if (images.isEmpty()) {
        throw new IllegalArgumentException("the digit set holds no " + value);
      }
      byValue.add(images);
    }
  }

  /** The digits of a number as one writer draws them, a glyph each. */
  public List<Glyph> draw(String number, WriterStyle style, SeededRandom random) {
    List<Glyph> glyphs = new ArrayList<>();
    for (int i = 0; i < number.length(); i++) {
      int value = number.charAt(i) - '0';
      glyphs.add(
          switch (style.source()) {
            case DIGITS -> GlyphRenderer.render(likeTheOthers(value, style, random), style, random);
            case DEFORMED -> deformed(value, style, random);
            case STROKES -> drawn(number.charAt(i), style, random);
          });
    }
    return glyphs;
  }

  private Ink likeTheOthers(int value, WriterStyle style, SeededRandom random) {
    double lean = habit(style, 10).around(0.15, 0.15, -0.2, 0.5);
    Ink best = any(value, random);
    for (int i = 1; i < CHOICE; i++) {
      Ink other = any(value, random);
      if (Math.abs(Moments.slant(other) - lean) < Math.abs(Moments.slant(best) - lean)) {
        best = other;
      }
    }
    return best;
  }

  private Glyph deformed(int value, WriterStyle style, SeededRandom random) {
    SeededRandom habit = habit(style, value);
    Ink digit = any(value, habit.chance(FAITHFUL) ? habit : random);
    Glyph glyph =
        GlyphRenderer.render(digit, style, Warp.draw(habit).freer(style.freedom()), random);
    return Additions.draw(value, glyph, style, habit, random);
  }

  private static Glyph drawn(char digit, WriterStyle style, SeededRandom random) {
    Proportions usual = style.proportions();
    double size = random.around(1, style.sizeJitter(), 0.85, 1.15);
    double lean = usual.slant() + random.around(0, 0.03, -0.08, 0.08);
    Proportions now =
        new Proportions(usual.height() * size, usual.aspect(), lean, usual.strokePixels());
    return Glyph.cutOut(style.hand().character(digit, now, random));
  }

  private Ink any(int value, SeededRandom random) {
    List<Ink> images = byValue.get(value);
    return images.get(random.range(0, images.size() - 1));
  }

  /** The same for a writer's every digit of that value. */
  private static SeededRandom habit(WriterStyle style, int value) {
    return new SeededRandom(style.hand().seed(), value);
  }
}
