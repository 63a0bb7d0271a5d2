package dev.icrstreams.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ImageDecoderTest {
  private static final Color PAPER = Color.WHITE;
  private static final Color INK = Color.BLACK;
  private static final Color CLEAR = new Color(0, 0, 0, 0);

  private final ImageDecoder decoder = new ImageDecoder(ImageLimits.from(Config.defaults()));

  /** One file of every kind; the letter must come out of each. */
  static Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    BufferedImage black = TestImages.letter(BufferedImage.TYPE_BYTE_BINARY, PAPER, INK);
    BufferedImage grey = TestImages.letter(BufferedImage.TYPE_BYTE_GRAY, PAPER, INK);
    BufferedImage deep = TestImages.letter(BufferedImage.TYPE_USHORT_GRAY, PAPER, INK);
    BufferedImage rgb =
        TestImages.letter(
            BufferedImage.TYPE_3BYTE_BGR, new Color(255, 250, 160), new Color(20, 40, 160));
    BufferedImage alpha = TestImages.letter(BufferedImage.TYPE_4BYTE_ABGR, CLEAR, INK);
    byte[] blacks = {0, 0};
    IndexColorModel clear =
        new IndexColorModel(8, 2, blacks, blacks, blacks, new byte[] {0, (byte) 255});
    BufferedImage clearPalette = TestImages.letter(clear, CLEAR, INK);

    for (int bits : new int[] {1, 2, 4, 8}) {
      BufferedImage palette = TestImages.letter(TestImages.greys(bits), PAPER, INK);
      files.put("png palette or grey, " + bits + " bits", TestImages.encode(palette, "png"));
    }
    files.put("png grey", TestImages.encode(grey, "png"));
    files.put("png grey, 16 bits", TestImages.encode(deep, "png"));
    files.put("png colour", TestImages.encode(rgb, "png"));
    files.put("png alpha", TestImages.encode(alpha, "png"));
    files.put("png transparent palette", TestImages.encode(clearPalette, "png"));
    files.put("jpeg grey", TestImages.encode(grey, "jpeg"));
    files.put("jpeg colour", TestImages.encode(rgb, "jpeg"));
    int[] none = {0, 0, 0, 0};
    int[] full = {255, 255, 255, 255};
    int[] keyed = {0, 0, 0, 255};
    int[] allButKey = {255, 255, 255, 0};
    files.put("jpeg cmyk", TestImages.jpeg(TestImages.fourComponents(none, keyed), -1));
    files.put("jpeg cmyk, Adobe", TestImages.jpeg(TestImages.fourComponents(full, allButKey), 0));
    // libjpeg makes C of 255 - (Y + …), and Adobe's C is 255 where there is no ink
    int[] white = {0, 128, 128, 255};
    int[] dark = {255, 128, 128, 255};
    files.put("jpeg ycck, Adobe", TestImages.jpeg(TestImages.fourComponents(white, dark), 2));
    for (String compression :
        new String[] {
          "CCITT RLE", "CCITT T.4", "CCITT T.6", "LZW", "PackBits", "Deflate", "ZLib"
        }) {
      files.put("tiff bilevel " + compression, TestImages.tiff(compression, List.of(black)));
    }
    for (String compression : new String[] {null, "LZW", "PackBits", "Deflate", "JPEG"}) {
      files.put("tiff grey " + compression, TestImages.tiff(compression, List.of(grey)));
      files.put("tiff colour " + compression, TestImages.tiff(compression, List.of(rgb)));
    }
    files.put("tiff grey, 16 bits", TestImages.tiff("LZW", List.of(deep)));
    files.put("tiff alpha", TestImages.tiff("LZW", List.of(alpha)));
    files.put("tiff pages", TestImages.tiff("CCITT T.6", List.of(black, black, black)));
    files.put("bmp bilevel", TestImages.encode(black, "bmp"));
    files.put("bmp grey", TestImages.encode(grey, "bmp"));
    files.put("bmp colour", TestImages.encode(rgb, "bmp"));
    files.put("gif", TestImages.encode(grey, "gif"));
    files.put("gif transparent", TestImages.encode(clearPalette, "gif"));
    files.put("gif frames", TestImages.gif(2));
    return files;
  }

  @TestFactory
  List<DynamicTest> decodesEveryKindOfFile() {
    return files().entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(),
                    () -> assertTrue(TestImages.showsLetter(decoder.decode(file.getValue())))))
        .toList();
  }

  @Test
  void keepsSixteenBitGreyLinear() {
    BufferedImage deep =
        TestImages.letter(BufferedImage.TYPE_USHORT_GRAY, Color.WHITE, Color.BLACK);
    deep.getRaster().setSample(0, 0, 0, 0x8080);
    assertEquals(0x80, decoder.decode(TestImages.encode(deep, "png")).at(0, 0), 1);
  }

  @Test
  void turnsAnImageAsItsExifSays() {
    BufferedImage letter =
        TestImages.letter(BufferedImage.TYPE_BYTE_GRAY, Color.WHITE, Color.BLACK);
    for (int orientation = 1; orientation <= 8; orientation++) {
      byte[] file =
          TestImages.exif(TestImages.encode(stored(letter, orientation), "jpeg"), orientation);
      assertTrue(TestImages.showsLetter(decoder.decode(file)), "orientation " + orientation);
    }
  }

  /** The pixels as a camera stores them that calls for this orientation. */
  private static BufferedImage stored(BufferedImage upright, int orientation) {
    int width = upright.getWidth();
    int height = upright.getHeight();
    boolean sideways = orientation >= 5;
    BufferedImage stored =
        new BufferedImage(
            sideways ? height : width, sideways ? width : height, BufferedImage.TYPE_BYTE_GRAY);
    for (int row = 0; row < stored.getHeight(); row++) {
      for (int column = 0; column < stored.getWidth(); column++) {
        // TIFF 6.0: what row 0 and column 0 are of the upright picture
        int x = sideways ? row : column;
        int y = sideways ? column : row;
        boolean fromRight = List.of(2, 3, 6, 7).contains(orientation);
        boolean fromBottom = List.of(3, 4, 7, 8).contains(orientation);
        stored
            .getRaster()
            .setSample(
                column,
                row,
                0,
                upright
                    .getRaster()
                    .getSample(fromRight ? width - 1 - x : x, fromBottom ? height - 1 - y : y, 0));
      }
    }
    return stored;
  }

  @Test
  void countsPagesAndFrames() {
    BufferedImage page = TestImages.letter(BufferedImage.TYPE_BYTE_BINARY, PAPER, INK);
    byte[] tiff = TestImages.tiff("CCITT T.6", List.of(page, page, page));
    assertEquals(3, decoder.decode(tiff).pages());
    assertEquals(2, decoder.decode(TestImages.gif(2)).pages());
    assertEquals(1, decoder.decode(TestImages.encode(page, "png")).pages());
  }

  @Test
  void takesTheTurnOfTransparencyOnWhite() {
    BufferedImage half = new BufferedImage(4, 4, BufferedImage.TYPE_4BYTE_ABGR);
    half.setRGB(0, 0, 0x80000000);
    GreyImage image = decoder.decode(TestImages.encode(half, "png"));
    assertEquals(255, image.at(3, 3));
    assertEquals(127, image.at(0, 0), 1);
  }

  @Test
  void refusesToBeBuiltOfTooFewPixels() {
    assertThrows(IllegalArgumentException.class, () -> new GreyImage(2, 2, new byte[3], 1));
  }
}
