package dev.icrstreams.synth;

import dev.icrstreams.data.DigitSet;
import dev.icrstreams.field.Ink;
import dev.icrstreams.synth.glyph.GlyphSource;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.style.HandMix;
import dev.icrstreams.synth.style.WriterStyle;

/**
 * Single digits by the hands that write synthetic fields, without paper, neighbours or a scanner's
 * traces. Each depends on the set of digits, the hands and the random numbers alone. Immutable and
 * thread-safe.
 */
public final class DrawnDigits {
  private final GlyphSource source;
  private final HandMix hands;

  /**
   * A source of digits.
   *
   * @param digits to deform; every value from 0 to 9 must occur
   * @throws IllegalArgumentException if a value has no digit
   */
  public DrawnDigits(DigitSet digits, HandMix hands) {
    this.source = new GlyphSource(digits);
    this.hands = hands;
  }

  /** A digit by a writer of its own, some 18 to 75 pixels high. */
  public Ink draw(int value, SeededRandom random) {
    WriterStyle style = WriterStyle.draw(hands, random);
    Plane plane = source.draw(Integer.toString(value), style, random).get(0).ink();
    byte[] values = new byte[plane.values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) Math.round(255 * Math.min(1, plane.values[i]));
    }
    return new Ink(plane.width, plane.height, values);
  }
}
