package dev.icrstreams.train.augment;

/** Arithmetic on square rasters of floats, row by row; outside them is 0. */
final class Rasters {
  private Rasters() {}

  /** The value at a point, interpolated linearly; the middle of the first pixel is (0, 0). */
  static float sample(float[] raster, int size, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    if (left < -1 || top < -1 || left >= size || top >= size) {
      return 0;
    }
    float fx = (float) (x - left);
    float fy = (float) (y - top);
    float upper = at(raster, size, left, top) * (1 - fx) + at(raster, size, left + 1, top) * fx;
    float lower =
        at(raster, size, left, top + 1) * (1 - fx) + at(raster, size, left + 1, top + 1) * fx;
    return upper * (1 - fy) + lower * fy;
  }

  static float at(float[] raster, int size, int x, int y) {
    return x < 0 || y < 0 || x >= size || y >= size ? 0 : raster[y * size + x];
  }

  /** Convolution with the same kernel across and down. */
  static float[] convolve(float[] raster, int size, float[] kernel) {
    return transposedPass(transposedPass(raster, size, kernel), size, kernel);
  }

  /** One pass along the rows, written as columns, so that two passes are the whole. */
  private static float[] transposedPass(float[] raster, int size, float[] kernel) {
    int radius = kernel.length / 2;
    float[] out = new float[raster.length];
    for (int y = 0; y < size; y++) {
      int row = y * size;
      for (int x = 0; x < size; x++) {
        int from = Math.max(0, x - radius);
        int to = Math.min(size - 1, x + radius);
        float sum = 0;
        for (int i = from; i <= to; i++) {
          sum += raster[row + i] * kernel[i - x + radius];
        }
        out[x * size + y] = sum;
      }
    }
    return out;
  }

  /** Grey-level dilation ({@code sign} 1) or erosion (-1) by the four neighbours. */
  static float[] morph(float[] raster, int size, int sign) {
    float[] out = new float[raster.length];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        float v = sign * raster[y * size + x];
        v = Math.max(v, sign * at(raster, size, x - 1, y));
        v = Math.max(v, sign * at(raster, size, x + 1, y));
        v = Math.max(v, sign * at(raster, size, x, y - 1));
        v = Math.max(v, sign * at(raster, size, x, y + 1));
        out[y * size + x] = sign * v;
      }
    }
    return out;
  }
}
