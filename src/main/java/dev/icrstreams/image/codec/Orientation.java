package dev.icrstreams.image.codec;

/** The orientation tag of TIFF 6.0 and EXIF: where row 0 and column 0 of the pixels belong. */
public final class Orientation {
  static final int UPRIGHT = 1;
  static final int TAG = 274;

  private Orientation() {}

  /** Whether rows of the file are columns of the picture. */
  public static boolean isSideways(int orientation) {
    return orientation >= 5 && orientation <= 8;
  }

  /** The pixels as they are meant to be seen; {@code width} and {@code height} are the file's. */
  public static byte[] upright(byte[] pixels, int width, int height, int orientation) {
    if (orientation <= UPRIGHT || orientation > 8) {
      return pixels;
    }
    int outWidth = isSideways(orientation) ? height : width;
    int outHeight = isSideways(orientation) ? width : height;
    byte[] out = new byte[pixels.length];
    for (int y = 0; y < outHeight; y++) {
      for (int x = 0; x < outWidth; x++) {
        int right = width - 1;
        int bottom = height - 1;
        int from =
            switch (orientation) {
              case 2 -> y * width + right - x;
              case 3 -> (bottom - y) * width + right - x;
              case 4 -> (bottom - y) * width + x;
              case 5 -> x * width + y;
              case 6 -> (bottom - x) * width + y;
              case 7 -> (bottom - x) * width + right - y;
              default -> x * width + right - y;
            };
        out[y * outWidth + x] = pixels[from];
      }
    }
    return out;
  }
}
