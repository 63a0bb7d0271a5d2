package dev.icrstreams.train.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.data.DigitSet;
import dev.icrstreams.data.Mislabelled;
import dev.icrstreams.field.Ink;
import dev.icrstreams.train.Strokes;
import dev.icrstreams.train.plan.TrainingPlan;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With MNIST's training image 7080: a 5 as clear as any, labelled 3. */
class MislabelledTest {
  private static final int AT = 17;

  @Test
  void isLeftOutWhereverItStands() throws IOException {
    DigitSet all = with(clear5(), (byte) 3);
    DigitSet without = Mislabelled.without(all);
    assertEquals(all.size() - 1, without.size());
    assertFalse(without.images().contains(all.images().get(AT)));
    assertArrayEquals(Strokes.digits(40, 1).labels(), without.labels());
    assertEquals(List.of("image 17: labelled 3, reads as 5"), Mislabelled.in(all));
  }

  @Test
  void teachesWhatItIsOnceSomebodyHasLabelledItSo() throws IOException {
    DigitSet all = with(clear5(), (byte) 5);
    assertEquals(all.size(), Mislabelled.without(all).size());
    assertEquals(List.of(), Mislabelled.in(all));
  }

  @Test
  void isListedAndInNeitherPartOfTheTrainingHalf(@TempDir Path data) throws IOException {
    DigitSet all = with(clear5(), (byte) 3);
    Strokes.write(data, "train", all);
    DigitSplit parts = DigitSplit.of(TrainingPlan.shipped(data, data));
    List<byte[]> used = new ArrayList<>();
    parts.training().images().forEach(image -> used.add(image.values()));
    parts.validation().images().forEach(image -> used.add(image.values()));
    assertEquals(40, used.size());
    byte[] wrong = all.images().get(AT).values();
    assertTrue(used.stream().noneMatch(image -> Arrays.equals(image, wrong)));
    assertEquals(1, DigitSource.open(data).skipped().size());
  }

  private static DigitSet with(Ink image, byte label) {
    DigitSet drawn = Strokes.digits(40, 1);
    List<Ink> images = new ArrayList<>(drawn.images());
    images.add(AT, image);
    byte[] labels = Arrays.copyOf(drawn.labels(), drawn.size() + 1);
    System.arraycopy(drawn.labels(), AT, labels, AT + 1, drawn.size() - AT);
    labels[AT] = label;
    return new DigitSet(images, labels);
  }

  private static Ink clear5() throws IOException {
    try (InputStream in = MislabelledTest.class.getResourceAsStream("/digits/5-labelled-3.png")) {
      BufferedImage image = ImageIO.read(in);
      byte[] values = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
      return new Ink(image.getWidth(), image.getHeight(), values.clone());
    }
  }
}
