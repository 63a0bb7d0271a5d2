package dev.icrstreams.synth.glyph;

import dev.icrstreams.synth.raster.Plane;

/** Glyphs written smaller or larger than the others of their number. */
public final class GlyphSize {
  /** What a thin stroke loses when it is drawn between pixels. */
  private static final float STRENGTHENING = 1.35f;

  private GlyphSize() {}

  /** The glyph at {@code scale} times its size, 0.3 to 1.5. */
  public static Glyph scaled(Glyph glyph, double scale) {
    Plane from = glyph.ink();
    Plane to =
        new Plane(
            Math.max(2, (int) Math.round(from.width * scale) + 2),
            Math.max(3, (int) Math.round(from.height * scale) + 2));
    float most = 0;
    for (int y = 0; y < to.height; y++) {
      for (int x = 0; x < to.width; x++) {
        double sum = 0;
        for (int part = 0; part < 4; part++) {
          double u = (x - 1 + 0.25 + 0.5 * (part & 1)) / scale - 0.5;
          double v = (y - 1 + 0.25 + 0.5 * (part >> 1)) / scale - 0.5;
          sum += from.bilinear(u, v);
        }
        float coverage = (float) (sum / 4);
        most = Math.max(most, coverage);
        to.values[y * to.width + x] = coverage;
      }
    }
    float gain = Math.max(scale < 0.9 ? STRENGTHENING : 1, 0.8f / Math.max(0.01f, most));
    for (int i = 0; i < to.values.length; i++) {
      to.values[i] = Math.min(1, gain * to.values[i]);
    }
    return Glyph.cutOut(to);
  }
}
