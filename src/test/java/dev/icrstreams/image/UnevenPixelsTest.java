package dev.icrstreams.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.RejectedFieldException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Faxes have rows that are twice as far apart as columns; their files say so. */
class UnevenPixelsTest {
  private final ImageDecoder decoder = new ImageDecoder(ImageLimits.from(Config.defaults()));

  /** Every other row of the letter. */
  private static final BufferedImage LOW =
      sampled(TestImages.letter(BufferedImage.TYPE_BYTE_BINARY, Color.WHITE, Color.BLACK), 1, 2);

  /** Every other column. */
  private static final BufferedImage NARROW =
      sampled(TestImages.letter(BufferedImage.TYPE_BYTE_BINARY, Color.WHITE, Color.BLACK), 2, 1);

  private static BufferedImage sampled(BufferedImage image, int across, int down) {
    BufferedImage sampled =
        new BufferedImage(
            image.getWidth() / across, image.getHeight() / down, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < sampled.getHeight(); y++) {
      for (int x = 0; x < sampled.getWidth(); x++) {
        int level = image.getRaster().getSample(across * x, down * y, 0) == 0 ? 0 : 255;
        sampled.getRaster().setSample(x, y, 0, level);
      }
    }
    return sampled;
  }

  private static byte[] jpeg(BufferedImage image, int across, int down) {
    byte[] file = TestImages.encode(image, "jpeg");
    int density = 4 + "JFIF_".length() + 3;
    ByteBuffer.wrap(file, 2 + density, 4).putShort((short) across).putShort((short) down);
    return file;
  }

  private static byte[] bmp(BufferedImage image, int across, int down) {
    byte[] file = TestImages.encode(image, "bmp");
    ByteBuffer.wrap(file, 38, 8).order(ByteOrder.LITTLE_ENDIAN).putInt(across).putInt(down);
    return file;
  }

  private static Map<String, byte[]> files(BufferedImage image, int across, int down) {
    return Map.of(
        "tiff", TestImages.fax(image, across, down),
        "png", TestImages.png(image, across, down),
        "jpeg", jpeg(image, across, down),
        "bmp", bmp(image, across, down));
  }

  @Test
  void rowsThatAreFarApartAreMadeMore() {
    files(LOW, 204, 102).forEach((format, file) -> assertLetter(format, decoder.decode(file), 2));
  }

  @Test
  void columnsThatAreFarApartAreMadeMore() {
    files(NARROW, 100, 200)
        .forEach((format, file) -> assertLetter(format, decoder.decode(file), 0.5));
  }

  @Test
  void turnedTheyAreTheOtherWayRound() {
    BufferedImage turned =
        new BufferedImage(
            /* width= */ LOW.getHeight(),
            /* height= */ LOW.getWidth(),
            BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < LOW.getHeight(); y++) {
      for (int x = 0; x < LOW.getWidth(); x++) {
        turned.getRaster().setSample(y, x, 0, LOW.getRaster().getSample(x, y, 0));
      }
    }
    GreyImage image = decoder.decode(TestImages.exif(jpeg(turned, 102, 204), 5));
    assertLetter("jpeg, orientation 5", image, 2);
  }

  @Test
  void whatIsNearlySquareOrMakesNoSenseIsLeftAsItIs() {
    for (int[] resolution : new int[][] {{204, 196}, {300, 300}, {0, 0}, {300, 0}, {1000, 1}}) {
      files(LOW, resolution[0], resolution[1])
          .forEach(
              (format, file) -> {
                GreyImage image = decoder.decode(file);
                String told = format + " " + resolution[0] + " by " + resolution[1];
                assertEquals(LOW.getHeight(), image.height(), told);
                assertEquals(1, image.pixelHeight(), told);
              });
    }
  }

  @Test
  void boxesGoBackToTheFile() {
    GreyImage fax = new GreyImage(40, 20, new byte[800], 1, 2, List.of());
    assertEquals(new Box(3, 1, 5, 4), fax.toFile(new Box(3, 3, 5, 6)));
    assertEquals(new Box(3, 2, 5, 8), fax.fromFile(new Box(3, 1, 5, 4)));
    GreyImage narrow = new GreyImage(40, 20, new byte[800], 1, 0.5, List.of());
    assertEquals(new Box(1, 3, 3, 5), narrow.toFile(new Box(2, 3, 5, 5)));
    GreyImage usual = new GreyImage(40, 20, new byte[800], 1);
    assertEquals(new Box(3, 3, 5, 6), usual.toFile(new Box(3, 3, 5, 6)));
  }

  @Test
  void theLimitsHoldForWhatIsMadeOfIt() {
    ImageLimits usual = ImageLimits.from(Config.defaults());
    int pixels = LOW.getWidth() * LOW.getHeight();
    ImageDecoder strict =
        new ImageDecoder(new ImageLimits(usual.bytes(), pixels, usual.side(), usual.frames()));
    assertEquals(LOW.getHeight(), strict.decode(TestImages.png(LOW, 100, 100)).height());
    RejectedFieldException e =
        assertThrows(
            RejectedFieldException.class, () -> strict.decode(TestImages.png(LOW, 200, 100)));
    assertEquals(ErrorCode.TOO_LARGE, e.code());
    assertTrue(e.getMessage().contains(2 * pixels + " square pixels"), e.getMessage());
  }

  private static void assertLetter(String format, GreyImage image, double pixelHeight) {
    assertTrue(TestImages.showsLetter(image), format);
    assertEquals(pixelHeight, image.pixelHeight(), 0.01, format);
  }
}
