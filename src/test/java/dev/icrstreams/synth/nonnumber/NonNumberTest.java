package dev.icrstreams.synth.nonnumber;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.data.ShippedDigits;
import dev.icrstreams.field.Box;
import dev.icrstreams.synth.glyph.Glyph;
import dev.icrstreams.synth.glyph.GlyphSource;
import dev.icrstreams.synth.hand.Syllables;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.style.HandMix;
import dev.icrstreams.synth.style.WriterStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NonNumberTest {
  private static final long SEED = 815;
  private static final GlyphSource GLYPHS = new GlyphSource(ShippedDigits.load());

  @ParameterizedTest
  @EnumSource(NonNumber.class)
  void leavesInkAndTheSameForTheSameSeed(NonNumber kind) {
    for (int i = 0; i < 20; i++) {
      Plane plane = draw(kind, i);
      assertTrue(ink(plane) > 20, kind + " " + i + " of seed " + SEED + " is empty");
      assertArrayEquals(plane.values, draw(kind, i).values, kind + " " + i + " of seed " + SEED);
    }
  }

  @Test
  void halfOfADigitIsTooLittleToReadIt() {
    for (int i = 0; i < 30; i++) {
      int left = strokeHeight(draw(NonNumber.HALF_CUT, i));
      double height = style(i).height();
      assertTrue(left > 0 && left < 0.65 * height, "field " + i + " of seed " + SEED);
    }
  }

  @Test
  void wordsHoldFewLettersThatLookLikeDigits() {
    SeededRandom random = new SeededRandom(SEED, 0);
    for (int i = 0; i < 500; i++) {
      String word = Syllables.word(random);
      String unlike = word.replaceAll("[bgiloqstzd]", "");
      assertTrue(word.length() >= 3 && 3 * unlike.length() >= 2 * word.length(), word);
    }
  }

  @Test
  void whatSticksOutOfThePaperIsCutOff() {
    for (NonNumber kind : NonNumber.values()) {
      for (int i = 0; i < 60; i++) {
        Plane plane = new Plane(200, 50);
        SeededRandom random = new SeededRandom(SEED, i);
        kind.draw(plane, new Box(10, 20, 180, 60), GLYPHS, style(i), random);
        assertTrue(ink(plane) >= 0, kind + " " + i + " of seed " + SEED);
      }
    }
  }

  private static Plane draw(NonNumber kind, int index) {
    Plane plane = new Plane(420, 140);
    SeededRandom random = new SeededRandom(SEED, index);
    kind.draw(plane, new Box(40, 40, 300, 60), GLYPHS, style(index), random);
    return plane;
  }

  private static WriterStyle style(int index) {
    return WriterStyle.draw(HandMix.MIXED, new SeededRandom(SEED + 1, index));
  }

  /** From the topmost to the bottommost row with a stroke in it. */
  private static int strokeHeight(Plane plane) {
    int top = plane.height;
    int bottom = -1;
    for (int y = 0; y < plane.height; y++) {
      for (int x = 0; x < plane.width; x++) {
        if (plane.at(x, y) >= Glyph.STROKE) {
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    return bottom - top + 1;
  }

  private static double ink(Plane plane) {
    double sum = 0;
    for (float value : plane.values) {
      sum += value;
    }
    return sum;
  }
}
