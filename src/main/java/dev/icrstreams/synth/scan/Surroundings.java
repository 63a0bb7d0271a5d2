package dev.icrstreams.synth.scan;

import dev.icrstreams.image.plane.Blur;
import dev.icrstreams.synth.raster.SeededRandom;
import java.util.Arrays;

/** What a scan shows that is neither form nor writing. */
public enum Surroundings {
  /** Paper, up to four times as high and wide as the field. */
  MARGINS {
    @Override
    Framed around(Picture picture, SeededRandom random) {
      return padded(
          picture,
          (int) (random.between(0.3, 1.5) * picture.height()),
          (int) (random.between(0.3, 1.5) * picture.height()),
          (int) (random.between(0.3, 1.5) * picture.width()),
          (int) (random.between(0.3, 1.5) * picture.width()),
          random);
    }
  },
  /** The dark beside the page, above and on the left, a little askew. */
  LID {
    @Override
    Framed around(Picture picture, SeededRandom random) {
      int top = (int) (random.between(0.1, 0.25) * picture.height());
      int left = (int) (random.between(0.1, 0.25) * picture.height());
      double askew = random.between(0, 0.03);
      double level = random.between(4, 40);
      Framed framed = padded(picture, top, 0, left, 0, random);
      darken(
          framed.picture(),
          (x, y) -> y < top || x < left - askew * y ? level : 255,
          random.between(0.5, 2),
          random);
      return framed;
    }
  },
  /** A hole in the margin on the left, with the dark behind it. */
  HOLE {
    @Override
    Framed around(Picture picture, SeededRandom random) {
      double radius = random.between(0.18, 0.38) * picture.height();
      int room = (int) (random.between(2.3, 3) * radius);
      double middle = random.between(radius, picture.height() - radius);
      double level = random.between(4, 60);
      Framed framed = padded(picture, 0, 0, room, 0, random);
      darken(
          framed.picture(),
          (x, y) -> Math.hypot(x - room / 2.0, y - middle) < radius ? level : 255,
          random.between(0.5, 2),
          random);
      return framed;
    }
  },
  /** The shadow of something straight, over the right end. */
  SHADOW {
    @Override
    Framed around(Picture picture, SeededRandom random) {
      double edge = random.between(0.25, 0.75) * picture.width();
      double soft = random.between(2, 12);
      double slope = random.between(-0.3, 0.3);
      double light = random.between(0.5, 0.8);
      for (float[] channel : picture.channels()) {
        for (int i = 0; i < channel.length; i++) {
          int x = i % picture.width();
          int y = i / picture.width();
          double beyond = x - edge - slope * y;
          double share = Math.min(1, Math.max(0, 0.5 + beyond / soft));
          channel[i] *= (float) (1 - share * (1 - light));
        }
      }
      return new Framed(picture, 0, 0);
    }
  };

  /**
   * A picture within its surroundings.
   *
   * @param right how far what was at the left border now is from it, in pixels
   * @param down the same from the top
   */
  public record Framed(Picture picture, int right, int down) {}

  /** A level, 0 to 255, for each pixel. */
  private interface Levels {
    double at(int x, int y);
  }

  /** Any of them around a picture, which may be changed in place. */
  public static Framed drawn(Picture picture, SeededRandom random) {
    return values()[random.range(0, values().length - 1)].around(picture, random);
  }

  abstract Framed around(Picture picture, SeededRandom random);

  /** With paper as it is at the borders. */
  private static Framed padded(
      Picture picture, int top, int bottom, int left, int right, SeededRandom random) {
    int width = left + picture.width() + right;
    int height = top + picture.height() + bottom;
    float[][] channels = new float[picture.channels().length][width * height];
    for (int c = 0; c < channels.length; c++) {
      float paper = border(picture, picture.channels()[c]);
      for (int i = 0; i < channels[c].length; i++) {
        channels[c][i] = paper + (float) random.gaussian();
      }
      for (int y = 0; y < picture.height(); y++) {
        System.arraycopy(
            picture.channels()[c],
            y * picture.width(),
            channels[c],
            (top + y) * width + left,
            picture.width());
      }
    }
    return new Framed(new Picture(width, height, channels), left, top);
  }

  /** The median of the first and the last row. */
  private static float border(Picture picture, float[] channel) {
    int width = picture.width();
    float[] levels = Arrays.copyOf(channel, 2 * width);
    System.arraycopy(channel, channel.length - width, levels, width, width);
    Arrays.sort(levels);
    return levels[width];
  }

  /** Nothing stays lighter than the levels, their edges blurred. */
  private static void darken(Picture picture, Levels levels, double blur, SeededRandom random) {
    float[] shade = new float[picture.width() * picture.height()];
    for (int i = 0; i < shade.length; i++) {
      shade[i] = (float) levels.at(i % picture.width(), i / picture.width()) / 255;
    }
    Blur.gaussian(shade, picture.width(), picture.height(), blur);
    for (float[] channel : picture.channels()) {
      for (int i = 0; i < channel.length; i++) {
        channel[i] *= shade[i];
        channel[i] += shade[i] < 1 ? (float) random.gaussian() : 0;
      }
    }
  }
}
