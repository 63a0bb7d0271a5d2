package dev.icrstreams.train.candidate;

import dev.icrstreams.classify.DigitNormaliser;
import dev.icrstreams.field.Ink;
import dev.icrstreams.field.LineView;

/**
 * A candidate as it is learned from: normalised already, to save memory.
 *
 * @param ink {@value DigitNormaliser#SIZE} x {@value DigitNormaliser#SIZE}, 255 for full ink
 * @param view the line around it; null where that is not known
 * @param label its class
 */
record Sample(Ink ink, LineView view, byte label) {
  static Sample of(Ink ink, LineView view, int label, DigitNormaliser normaliser) {
    float[] normalised = normaliser.normalise(ink);
    byte[] pixels = new byte[normalised.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.round(255 * normalised[i]);
    }
    Ink small = new Ink(DigitNormaliser.SIZE, DigitNormaliser.SIZE, pixels);
    return new Sample(small, view, (byte) label);
  }
}
