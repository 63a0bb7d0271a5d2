package dev.icrstreams.image.plane;

/**
 * Scaling with Catmull-Rom's cubic kernel, widened where it reduces so that nothing is skipped (R.
 * G. Keys, 1981). Large reductions average whole blocks of pixels first.
 */
public final class Resampler {
  private Resampler() {}

  /** Grey bytes to a plane of another size, values 0 to 255. */
  public static Plane scale(byte[] grey, int width, int height, int toWidth, int toHeight) {
    int block = Math.max(1, Math.min(width / (2 * toWidth), height / (2 * toHeight)));
    Plane plane = block == 1 ? Plane.of(grey, width, height) : averaged(grey, width, height, block);
    Plane rows = columns(plane, toHeight).transposed();
    Plane scaled = columns(rows, toWidth).transposed();
    for (int i = 0; i < scaled.values().length; i++) {
      scaled.values()[i] = Math.max(0, Math.min(255, scaled.values()[i]));
    }
    return scaled;
  }

  private static Plane averaged(byte[] grey, int width, int height, int block) {
    int outWidth = (width + block - 1) / block;
    int outHeight = (height + block - 1) / block;
    Plane out = new Plane(outWidth, outHeight);
    for (int y = 0; y < outHeight; y++) {
      int bottom = Math.min(height, (y + 1) * block);
      for (int x = 0; x < outWidth; x++) {
        int right = Math.min(width, (x + 1) * block);
        int sum = 0;
        for (int fromY = y * block; fromY < bottom; fromY++) {
          for (int fromX = x * block; fromX < right; fromX++) {
            sum += grey[fromY * width + fromX] & 0xff;
          }
        }
        int count = (bottom - y * block) * (right - x * block);
        out.values()[y * outWidth + x] = (float) sum / count;
      }
    }
    return out;
  }

  /** Scales the height: whole rows are weighted and added, which runs along memory. */
  private static Plane columns(Plane in, int toHeight) {
    int width = in.width();
    Plane out = new Plane(width, toHeight);
    double step = (double) in.height() / toHeight;
    double stretch = Math.max(1, step);
    for (int y = 0; y < toHeight; y++) {
      double centre = (y + 0.5) * step - 0.5;
      int first = (int) Math.ceil(centre - 2 * stretch);
      int last = (int) Math.floor(centre + 2 * stretch);
      double total = 0;
      for (int from = first; from <= last; from++) {
        total += kernel((from - centre) / stretch);
      }
      for (int from = first; from <= last; from++) {
        float weight = (float) (kernel((from - centre) / stretch) / total);
        int row = Math.max(0, Math.min(in.height() - 1, from)) * width;
        for (int x = 0; x < width; x++) {
          out.values()[y * width + x] += weight * in.values()[row + x];
        }
      }
    }
    return out;
  }

  private static double kernel(double at) {
    double x = Math.abs(at);
    if (x < 1) {
      return (1.5 * x - 2.5) * x * x + 1;
    }
    return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
  }
}
