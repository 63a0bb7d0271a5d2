package dev.icrstreams.image.codec;

import java.util.Arrays;

/**
 * What the components of a JPEG mean, by the rules that libjpeg and Adobe's technical note 5116 go
 * by.
 *
 * @param yCbCr whether the first three are luminance and chroma
 * @param inverted whether 255 means no ink, as Adobe writes CMYK
 */
record JpegColour(boolean yCbCr, boolean inverted) {
  static final byte[] SIGNATURE = {'A', 'd', 'o', 'b', 'e'};
  private static final int SEGMENT = 14;

  static JpegColour of(int[] ids, boolean jfif, int adobeTransform) {
    boolean adobe = adobeTransform >= 0;
    if (ids.length == 4) {
      return new JpegColour(adobeTransform == 2, adobe);
    }
    if (jfif) {
      return new JpegColour(true, false);
    }
    boolean named = Arrays.equals(ids, new int[] {'R', 'G', 'B'});
    return new JpegColour(adobe ? adobeTransform != 0 : !named, false);
  }

  /**
   * An Adobe segment that tells libjpeg to convert nothing; the two flags travel in its version.
   */
  byte[] segment() {
    byte[] segment = new byte[2 + SEGMENT];
    segment[0] = (byte) 0xff;
    segment[1] = (byte) 0xee;
    segment[3] = SEGMENT;
    System.arraycopy(SIGNATURE, 0, segment, 4, SIGNATURE.length);
    segment[10] = (byte) ((yCbCr ? 1 : 0) | (inverted ? 2 : 0));
    return segment;
  }

  /** Reads back what {@link #segment()} wrote as the file's first segment. */
  static JpegColour ofBody(byte[] body) {
    int flags = body[2 + 10];
    return new JpegColour((flags & 1) != 0, (flags & 2) != 0);
  }

  boolean isPlain() {
    return !yCbCr && !inverted;
  }

  /** Turns a pixel into RGB or into CMYK where 255 is full ink. */
  void convert(int[] row, int at, int bands) {
    if (yCbCr) {
      int luminance = row[at];
      int blue = row[at + 1] - 128;
      int red = row[at + 2] - 128;
      row[at] = clamp(luminance + ((91881 * red + 32768) >> 16));
      row[at + 1] = clamp(luminance - ((22554 * blue + 46802 * red + 32768) >> 16));
      row[at + 2] = clamp(luminance + ((116130 * blue + 32768) >> 16));
      if (bands == 4) {
        for (int i = at; i < at + 3; i++) {
          row[i] = 255 - row[i];
        }
      }
    }
    if (inverted) {
      for (int i = at; i < at + bands; i++) {
        row[i] = 255 - row[i];
      }
    }
  }

  private static int clamp(int value) {
    return Math.max(0, Math.min(255, value));
  }
}
