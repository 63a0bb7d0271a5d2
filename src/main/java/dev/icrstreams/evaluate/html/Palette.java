package dev.icrstreams.evaluate.html;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a chart a palette: a page with it is less than half as large, and since a chart has few
 * colours and shades of them at edges only, nobody sees the difference.
 */
final class Palette {
  private static final int MOST = 256;

  private final int[] colours;
  private final Map<Integer, Integer> indices = new HashMap<>();

  private Palette(int[] colours) {
    this.colours = colours;
  }

  /** The same picture with the colours that it has most of, any other made the one nearest. */
  static BufferedImage reduced(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    Palette palette = of(pixels);
    IndexColorModel model =
        new IndexColorModel(
            8, palette.colours.length, palette.colours, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage reduced =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    int[] indices = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      indices[i] = palette.indices.computeIfAbsent(pixels[i], palette::nearest);
    }
    reduced.getRaster().setPixels(0, 0, image.getWidth(), image.getHeight(), indices);
    return reduced;
  }

  private static Palette of(int[] pixels) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.merge(pixel, 1, Integer::sum);
    }
    List<Integer> kept =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST)
            .map(Map.Entry::getKey)
            .toList();
    return new Palette(kept.stream().mapToInt(Integer::intValue).toArray());
  }

  private int nearest(int colour) {
    int best = 0;
    for (int i = 1; i < colours.length; i++) {
      if (distance(colours[i], colour) < distance(colours[best], colour)) {
        best = i;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      int difference = (one >> shift & 0xff) - (other >> shift & 0xff);
      sum += difference * difference;
    }
    return sum;
  }
}
