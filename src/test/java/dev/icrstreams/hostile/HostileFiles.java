package dev.icrstreams.hostile;

import static dev.icrstreams.hostile.Hostile.ANSWERED;
import static dev.icrstreams.hostile.Hostile.file;
import static dev.icrstreams.hostile.Hostile.utf8;

import dev.icrstreams.image.TestImages;
import dev.icrstreams.support.ReadSamples;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** The files of the hostile corpus. */
final class HostileFiles {
  private static final String CORRUPT = "CORRUPT_IMAGE";
  private static final String UNSUPPORTED = "UNSUPPORTED_IMAGE";
  private static final String TOO_LARGE = "TOO_LARGE";
  private static final String UNKNOWN = "UNKNOWN_FORMAT";

  /** A side whose square is just within the limit of pixels. */
  private static final int SIDE = 5_600;

  /** In bytes, what inputs that are mutated begin from. */
  static final int SMALL = 60_000;

  private static List<Hostile> small;

  private final List<Hostile> all = new ArrayList<>();
  private final BufferedImage picture;

  private HostileFiles() {
    try {
      picture = ImageIO.read(new ByteArrayInputStream(ReadSamples.accepted().image()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those with a value of at most {@link #SMALL} bytes. Made once: the large ones take seconds. */
  static synchronized List<Hostile> small() {
    if (small == null) {
      small =
          all().stream().filter(it -> it.value() != null && it.value().length <= SMALL).toList();
    }
    return small;
  }

  static List<Hostile> all() {
    HostileFiles files = new HostileFiles();
    files.truncated();
    files.noImages();
    files.png();
    files.jpeg();
    files.tiff();
    files.framesAndColours();
    files.patterns();
    return files.all;
  }

  private void add(String name, byte[] value, String... allowed) {
    all.add(file(name, value, allowed));
  }

  private void truncated() {
    Map<String, byte[]> whole = new LinkedHashMap<>();
    BufferedImage grey =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    grey.createGraphics().drawImage(picture, 0, 0, null);
    for (String format : List.of("png", "jpeg", "gif", "bmp")) {
      whole.put(format, TestImages.encode(grey, format));
    }
    whole.put("tiff", TestImages.tiff("LZW", List.of(grey)));
    whole.forEach(
        (format, bytes) -> {
          add(format + " whole", bytes, ANSWERED);
          for (int percent = 0; percent < 100; percent += 10) {
            add(
                format + " cut to " + percent + " %",
                Arrays.copyOf(bytes, bytes.length * percent / 100),
                percent == 0 ? "EMPTY" : CORRUPT,
                format.equals("tiff") ? ANSWERED : CORRUPT + " ");
          }
        });
  }

  private void noImages() {
    add("no value", null, "EMPTY");
    add("zero bytes", new byte[1_000], UNKNOWN);
    add("text", utf8("hello, world\n".repeat(100)), UNKNOWN);
    add("html", utf8("<!DOCTYPE html><html><body><img src=x></body></html>"), UNKNOWN);
    add("svg", utf8("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\"/>"), UNKNOWN);
    add("pdf", utf8("%PDF-1.7\n%âãÏÓ\n1 0 obj <</Type /Catalog>> endobj"), UNKNOWN);
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("scan.png"));
      out.write(new byte[100_000]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    add("zip", zip.toByteArray(), UNKNOWN);
    byte[] noise = new byte[100_000];
    new Random(11).nextBytes(noise);
    add("noise", noise, UNKNOWN);
    for (byte[] start : List.of(utf8("GIF89a"), utf8("BM"), utf8("II*\0"), utf8("MM\0*"))) {
      byte[] disguised = noise.clone();
      System.arraycopy(start, 0, disguised, 0, start.length);
      add(
          "noise that starts like " + (char) start[0],
          disguised,
          CORRUPT,
          UNSUPPORTED,
          TOO_LARGE,
          UNKNOWN);
    }
  }

  private void png() {
    byte[] few = Forge.zeros(4_000_000);
    add("png 1x1 white", Forge.bilevel(1, 1, i -> false), ANSWERED);
    add("png 1x1 black", Forge.bilevel(1, 1, i -> true), ANSWERED);
    add("png 50,000x50,000 of one bit", Forge.png(50_000, 50_000, 1, 0, few), TOO_LARGE);
    add("png 2^31-1 wide", Forge.png(Integer.MAX_VALUE, 1, 1, 0, few), TOO_LARGE);
    add("png of negative width", Forge.png(-1, 1, 1, 0, few), CORRUPT);
    add("png of no width", Forge.png(0, 1, 1, 0, few), CORRUPT);
    add("png of 3 bits", Forge.png(10, 10, 3, 0, few), CORRUPT, UNSUPPORTED);
    add("png without palette", Forge.png(100, 100, 8, 3, few), CORRUPT);
    add("png of bad zlib", Forge.png(100, 100, 8, 0, utf8("not zlib at all")), CORRUPT);
    byte[] bomb = Forge.zeros(200_000_000);
    add("png of 100x100 and 200 MB of pixels", Forge.png(100, 100, 8, 0, bomb), ANSWERED, CORRUPT);
    byte[] named = TestImages.insert(new byte[] {'p', 0, 0}, 3, bomb);
    byte[] pixels = Forge.zeros(100 * 101);
    add(
        "png with an ICC bomb",
        Forge.png(100, 100, 8, 0, pixels, TestImages.chunk("iCCP", named)),
        ANSWERED);
    add(
        "png with a text bomb",
        Forge.png(100, 100, 8, 0, pixels, TestImages.chunk("zTXt", named)),
        ANSWERED);
    byte[] cut = Forge.png(100, 100, 8, 0, pixels);
    ByteBuffer.wrap(cut).putInt(33, -1);
    add("png with a chunk of 4 GB", cut, CORRUPT);
    byte[] white = Forge.zeros(SIDE * (SIDE * 8L + 1));
    add("png of 31 MP, RGBA of 16 bits", Forge.png(SIDE, SIDE, 16, 6, white), TOO_LARGE);
    add("png of 31 MP, RGB of 8 bits", Forge.png(SIDE, SIDE, 8, 2, white), ANSWERED, TOO_LARGE);
    add("png of 31 MP, grey", Forge.png(SIDE, SIDE, 8, 0, white), ANSWERED);
  }

  private void jpeg() {
    byte[] small =
        TestImages.encode(
            TestImages.letter(BufferedImage.TYPE_INT_RGB, Color.WHITE, Color.BLACK), "jpeg");
    byte[] icc = new byte[65_000];
    System.arraycopy(utf8("ICC_PROFILE\0"), 0, icc, 0, 12);
    add("jpeg with 900 kB of ICC", Forge.segments(small, 0xe2, icc, 14), ANSWERED);
    byte[] loop = {
      'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, -1, -1, -1, -1, 0,
      0, 0, 8, 0, 0, 0, 8
    };
    add("jpeg with looping EXIF", Forge.segments(small, 0xe1, loop, 1), ANSWERED, CORRUPT);
    byte[] exif = new byte[65_000];
    Arrays.fill(exif, (byte) 0xff);
    System.arraycopy(loop, 0, exif, 0, 14);
    add("jpeg with 65,535 EXIF entries", Forge.segments(small, 0xe1, exif, 14), ANSWERED, CORRUPT);
    add("jpeg with 10,000 comments", Forge.segments(small, 0xfe, new byte[50], 10_000), ANSWERED);
    byte[] progressive = Forge.progressive(large(BufferedImage.TYPE_INT_RGB));
    add("jpeg of 31 MP, progressive", progressive, ANSWERED);
    add("jpeg of 31 MP, 80 scans more", Forge.scans(progressive, 80), UNSUPPORTED);
    add("jpeg of 1,000 scans", Forge.scans(Forge.progressive(picture), 1_000), UNSUPPORTED);
    byte[] huge = small.clone();
    for (int i = 2; i < huge.length; i++) {
      if (huge[i] == (byte) 0xff && huge[i + 1] == (byte) 0xc0) {
        ByteBuffer.wrap(huge).putInt(i + 5, -1);
        break;
      }
    }
    add("jpeg of 65,535x65,535", huge, TOO_LARGE);
  }

  private static BufferedImage large(int type) {
    return TestImages.drawn(new BufferedImage(SIDE, SIDE, type), Color.WHITE, Color.BLACK);
  }

  private void tiff() {
    int[] w = {256, 4, 1, 100};
    int[] h = {257, 4, 1, 100};
    int[] at = {273, 4, 1, 8};
    int[] size = {279, 4, 1, 100};
    byte[] data = new byte[100];
    add("tiff whose directory follows itself", Forge.tiff(data, 108, w, h, at, size), CORRUPT);
    add("tiff with a directory outside", Forge.tiff(data, 1 << 30, w, h, at, size), CORRUPT);
    int[] outside = {273, 4, 1, 1 << 30};
    add("tiff with a strip outside", Forge.tiff(data, 0, w, h, outside, size), CORRUPT);
    int[] many = {273, 4, Integer.MAX_VALUE, 8};
    add("tiff with 2^31 strips", Forge.tiff(data, 0, w, h, many, size), CORRUPT);
    int[] tile = {322, 4, 1, Integer.MAX_VALUE};
    int[] tall = {323, 4, 1, Integer.MAX_VALUE};
    int[] tileAt = {324, 4, 1, 8};
    int[] tileSize = {325, 4, 1, 100};
    add(
        "tiff with tiles of 2^62 pixels",
        Forge.tiff(data, 0, w, h, tile, tall, tileAt, tileSize),
        TOO_LARGE,
        CORRUPT);
    int[] one = {322, 4, 1, 1};
    int[] oneHigh = {323, 4, 1, 1};
    int[] wide = {256, 4, 1, 20_000};
    add(
        "tiff with 2,000,000 tiles",
        Forge.tiff(data, 0, wide, h, one, oneHigh, tileAt, tileSize),
        CORRUPT);
    add("tiff of 31 MP, deflated", Forge.deflatedTiff(SIDE, SIDE), ANSWERED);
    add(
        "tiff of 60,000x60,000",
        Forge.tiff(data, 0, new int[] {256, 4, 1, 60_000}, new int[] {257, 4, 1, 60_000}, at, size),
        TOO_LARGE,
        CORRUPT);
    byte[] big = Forge.tiff(data, 0, w, h, at, size);
    big[3] = 43;
    add("big tiff", big, UNSUPPORTED, UNKNOWN);
  }

  private void framesAndColours() {
    byte[] control = ByteBuffer.allocate(8).putInt(5_000).array();
    byte[] pixels = Forge.zeros(100 * 101);
    add(
        "png of 5,000 frames",
        Forge.png(100, 100, 8, 0, pixels, TestImages.chunk("acTL", control)),
        TOO_LARGE);
    add("gif of 5,000 frames", TestImages.gif(5_000), TOO_LARGE);
    int[] none = {0, 0, 0, 0};
    int[] key = {0, 0, 0, 255};
    add("jpeg cmyk", TestImages.jpeg(TestImages.fourComponents(none, key), -1), ANSWERED);
    add("jpeg ycck", TestImages.jpeg(TestImages.fourComponents(none, key), 2), ANSWERED);
    BufferedImage deep =
        TestImages.letter(BufferedImage.TYPE_USHORT_GRAY, Color.WHITE, Color.BLACK);
    add("png of 16 bits", TestImages.encode(deep, "png"), ANSWERED);
    add("tiff of 16 bits", TestImages.tiff("LZW", List.of(deep)), ANSWERED);
    byte[] palette = {0, 0, 0, -1, -1, -1};
    add(
        "png palette with alpha",
        Forge.png(
            100,
            100,
            8,
            3,
            pixels,
            TestImages.chunk("PLTE", palette),
            TestImages.chunk("tRNS", new byte[] {0, -1})),
        ANSWERED);
    byte[] far = new byte[100 * 101];
    Arrays.fill(far, (byte) 77);
    for (int row = 0; row < 100; row++) {
      far[row * 101] = 0;
    }
    add(
        "png with colours outside its palette",
        Forge.png(100, 100, 8, 3, Forge.deflated(far), TestImages.chunk("PLTE", palette)),
        ANSWERED,
        CORRUPT);
  }

  private void patterns() {
    Random random = new Random(12);
    add("noise of 7 MP", Forge.bilevel(2_700, 2_700, i -> random.nextBoolean()), ANSWERED);
    add("noise of a field", Forge.bilevel(1_200, 300, i -> random.nextInt(4) == 0), ANSWERED);
    add("checkers of 31 MP", Forge.bilevel(SIDE, SIDE, i -> (i + i / SIDE) % 2 == 0), ANSWERED);
    add("checkers of 96 px", Forge.bilevel(19_000, 96, i -> (i + i / 19_000) % 2 == 0), ANSWERED);
    add("dots of 31 MP", Forge.bilevel(SIDE, SIDE, i -> i % 3 == 0 && i / SIDE % 3 == 0), ANSWERED);
    add("bars of 96 px", Forge.bilevel(19_000, 96, i -> i % 19_000 % 12 < 4), ANSWERED);
    add("bars of 31 MP", Forge.bilevel(SIDE, SIDE, i -> i % SIDE % 12 < 4), ANSWERED);
    add("black of 31 MP", Forge.bilevel(SIDE, SIDE, i -> true), ANSWERED);
    add("a line of 20,000x1", Forge.bilevel(20_000, 1, i -> i % 7 == 0), ANSWERED);
    add("a line of 1x20,000", Forge.bilevel(1, 20_000, i -> i % 7 == 0), ANSWERED);
    add("a strip of 1,600x20,000", Forge.bilevel(1_600, 20_000, i -> i % 97 < 9), ANSWERED);
    add("a strip of 20,000x1,600", Forge.bilevel(20_000, 1_600, i -> i % 97 < 9), ANSWERED);
  }
}
