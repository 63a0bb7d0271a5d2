package dev.icrstreams.synth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.synth.raster.SeededRandom;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SamplesTest {
  /** Deflate's output for {@link #probe} by the zlib that the samples were written with. */
  private static final long USUAL_DEFLATE = 2980280506L;

  @Test
  void areSixtyOfSeveralKindsAndSmall() {
    List<Samples.Sample> samples = Samples.all();
    assertEquals(60, samples.size());
    assertEquals(53, samples.stream().filter(sample -> !sample.number().isEmpty()).count());
    assertTrue(samples.stream().mapToInt(sample -> sample.image().length).sum() < 750_000);
    Set<String> extensions =
        samples.stream()
            .map(sample -> sample.file().substring(sample.file().lastIndexOf('.') + 1))
            .collect(Collectors.toSet());
    assertEquals(Set.of("png", "jpg", "tif", "gif", "bmp"), extensions);
    long lengths = samples.stream().map(sample -> sample.number().length()).distinct().count();
    assertTrue(lengths >= 6, lengths + " lengths");
  }

  @Test
  void areWhatTheirSeedGives() throws IOException {
    List<Samples.Sample> shipped = Samples.all();
    List<LabelledField> made = Samples.generate(Samples.SEED);
    assertEquals(shipped.size(), made.size());
    for (int i = 0; i < made.size(); i++) {
      assertEquals(shipped.get(i).file(), made.get(i).file());
      assertEquals(shipped.get(i).number(), made.get(i).number());
      if (deflatesAsUsual()) {
        assertArrayEquals(shipped.get(i).image(), made.get(i).image(), made.get(i).file());
      } else if (made.get(i).recipe().isImage()) {
        assertSamePixels(shipped.get(i).image(), made.get(i).image(), made.get(i).file());
      }
    }
  }

  /** A PNG's bytes depend on the JDK's zlib, its pixels do not. */
  private static boolean deflatesAsUsual() {
    Deflater deflater = new Deflater();
    deflater.setInput(probe());
    deflater.finish();
    byte[] packed = new byte[20_000];
    int length = deflater.deflate(packed);
    deflater.end();
    CRC32 checksum = new CRC32();
    checksum.update(packed, 0, length);
    return checksum.getValue() == USUAL_DEFLATE;
  }

  private static byte[] probe() {
    byte[] probe = new byte[10_000];
    SeededRandom random = new SeededRandom(1, 1);
    for (int i = 0; i < probe.length; i++) {
      probe[i] = (byte) (random.range(0, 3) * random.range(0, 5));
    }
    return probe;
  }

  private static void assertSamePixels(byte[] expected, byte[] actual, String name)
      throws IOException {
    BufferedImage one = ImageIO.read(new ByteArrayInputStream(expected));
    BufferedImage other = ImageIO.read(new ByteArrayInputStream(actual));
    assertEquals(one.getWidth(), other.getWidth(), name);
    int[] pixels = one.getRGB(0, 0, one.getWidth(), one.getHeight(), null, 0, one.getWidth());
    assertArrayEquals(
        pixels,
        other.getRGB(0, 0, other.getWidth(), other.getHeight(), null, 0, other.getWidth()),
        name);
  }
}
