package dev.icrstreams.train.augment;

import dev.icrstreams.data.DigitSet;
import dev.icrstreams.field.Ink;
import dev.icrstreams.train.run.TrainingRun.Augmented;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Ink as pictures for people: black on white. Stateless. */
public final class Pictures {
  private static final int CLASSES = 10;
  private static final int OF_EACH = 2;

  private Pictures() {}

  /** The content of a PNG file: 8 bits of grey, black for full ink, a pixel for each of the ink. */
  public static byte[] png(Ink ink) {
    BufferedImage image =
        new BufferedImage(ink.width(), ink.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        image.getRaster().setSample(x, y, 0, 255 - ink.at(x, y));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Some digits of each class and what augmentation makes of them; none if it changes nothing. */
  public static List<Augmented> samples(DigitSet digits, Augmenter augmenter, long seed) {
    List<Augmented> samples = new ArrayList<>();
    int[] taken = new int[CLASSES];
    for (int i = 0; augmenter.changes() && i < digits.size(); i++) {
      int label = digits.labels()[i];
      if (taken[label]++ < OF_EACH) {
        Ink before = digits.images().get(i);
        Ink after = augmenter.augment(before, new SplittableRandom(seed * 8191 + i));
        samples.add(new Augmented(label, png(before), png(after)));
      }
    }
    samples.sort(Comparator.comparingInt(Augmented::label));
    return samples;
  }
}
