package dev.icrstreams.synth;

import dev.icrstreams.data.DigitSet;
import dev.icrstreams.field.Ink;
import java.util.ArrayList;
import java.util.List;

/** Draws numbers from a set of single digits. Immutable. */
final class GlyphSource {
  private final List<List<Ink>> byValue = new ArrayList<>();

  /**
   * Sorts the digits by their value.
   *
   * @throws IllegalArgumentException if a value from 0 to 9 has no digit
   */
  GlyphSource(DigitSet digits) {
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

  List<Glyph> draw(String number, WriterStyle style, SeededRandom random) {
    List<Glyph> glyphs = new ArrayList<>();
    for (int i = 0; i < number.length(); i++) {
      List<Ink> images = byValue.get(number.charAt(i) - '0');
      Ink digit = images.get(random.range(0, images.size() - 1));
      glyphs.add(GlyphRenderer.render(digit, style, random));
    }
    return glyphs;
  }
}
