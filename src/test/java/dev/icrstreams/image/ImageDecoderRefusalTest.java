package dev.icrstreams.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import dev.icrstreams.config.Config;
import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.RejectedFieldException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImageDecoderRefusalTest {
  private final ImageDecoder decoder = new ImageDecoder(ImageLimits.from(Config.defaults()));

  private ErrorCode refusal(byte[] bytes) {
    return refusal(decoder, bytes);
  }

  private static ErrorCode refusal(ImageDecoder decoder, byte[] bytes) {
    RejectedFieldException rejected =
        assertThrows(RejectedFieldException.class, () -> decoder.decode(bytes));
    assertFalse(rejected.getMessage().contains("\n"));
    return rejected.code();
  }

  @Test
  void refusesNothingAndText() {
    assertEquals(ErrorCode.EMPTY, refusal(new byte[0]));
    assertEquals(
        ErrorCode.UNKNOWN_FORMAT, refusal("BMW is not a bitmap".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void refusesEveryFileCutShort() {
    ImageDecoderTest.files()
        .forEach(
            (name, file) -> {
              // TIFF may keep its directory anywhere, so only the loss of what it points at shows
              for (int length : new int[] {3, 10, 30, file.length / 2, file.length - 1}) {
                if (length < file.length
                    && !(name.startsWith("tiff") && length > 3 * file.length / 4)) {
                  byte[] cut = Arrays.copyOf(file, length);
                  try {
                    decoder.decode(cut);
                    fail(name + " cut to " + length + " of " + file.length + " was decoded");
                  } catch (RejectedFieldException e) {
                    assertFalse(e.code() == ErrorCode.TOO_LARGE, name);
                  }
                }
              }
            });
  }

  @Test
  void refusesAHugeHeaderWithoutDecoding() {
    assertEquals(ErrorCode.TOO_LARGE, refusal(TestImages.pngHeader(50_000, 50_000)));
    assertEquals(ErrorCode.TOO_LARGE, refusal(TestImages.pngHeader(19_000, 19_000)));
    assertEquals(ErrorCode.TOO_LARGE, refusal(withSize(sample("gif"), 6, 60_000)));
    assertEquals(ErrorCode.TOO_LARGE, refusal(jpegOfSize(60_000)));
    assertEquals(ErrorCode.TOO_LARGE, refusal(rleBitmapOfSize(60_000)));
    assertEquals(ErrorCode.TOO_LARGE, refusal(tiffOfSize(60_000)));
  }

  @Test
  void refusesMoreFramesThanTheLimit() {
    ImageDecoder two = new ImageDecoder(new ImageLimits(1_000_000, 1_000_000, 1_000, 2));
    assertEquals(ErrorCode.TOO_LARGE, refusal(two, TestImages.gif(3)));
    assertEquals(2, two.decode(TestImages.gif(2)).pages());
    BufferedImage page =
        TestImages.letter(BufferedImage.TYPE_BYTE_BINARY, Color.WHITE, Color.BLACK);
    byte[] tiff = TestImages.tiff("CCITT T.6", List.of(page, page, page));
    assertEquals(ErrorCode.TOO_LARGE, refusal(two, tiff));
  }

  @Test
  void refusesMoreBytesThanTheLimit() {
    byte[] file = sample("png");
    ImageLimits limits = new ImageLimits(file.length - 1, 1_000_000, 1_000, 2);
    assertEquals(ErrorCode.TOO_LARGE, refusal(new ImageDecoder(limits), file));
  }

  @Test
  void refusesATiffWhoseDirectoriesRunInACircle() {
    byte[] file = sample("tiff");
    ByteBuffer tiff = ByteBuffer.wrap(file);
    boolean little = file[0] == 'I';
    tiff.order(little ? java.nio.ByteOrder.LITTLE_ENDIAN : java.nio.ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    tiff.putInt(directory + 2 + 12 * tiff.getShort(directory), directory);
    assertEquals(ErrorCode.CORRUPT_IMAGE, refusal(file));
  }

  @Test
  void neverInflatesTextChunks() {
    byte[] text = new byte[2_000];
    new Random(1).nextBytes(text);
    byte[] file = TestImages.insert(sample("png"), 33, TestImages.chunk("zTXt", text));
    assertEquals(TestImages.WIDTH, decoder.decode(file).width());
  }

  @Test
  void refusesAPngWithAWrongChecksum() {
    byte[] file = sample("png");
    file[45] ^= 1;
    assertEquals(ErrorCode.CORRUPT_IMAGE, refusal(file));
  }

  @Test
  void answersDamagedFilesWithARejectionOrAnImage() {
    long seed = 42;
    Random random = new Random(seed);
    for (Map.Entry<String, byte[]> file : ImageDecoderTest.files().entrySet()) {
      for (int round = 0; round < 100; round++) {
        byte[] damaged = file.getValue().clone();
        for (int i = 0; i <= random.nextInt(6); i++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        try {
          decoder.decode(damaged);
        } catch (RejectedFieldException e) {
          assertFalse(e.getMessage().isEmpty());
        } catch (Throwable e) {
          fail(file.getKey() + ", seed " + seed + ", round " + round, e);
        }
      }
    }
  }

  private static byte[] sample(String format) {
    return TestImages.encode(
        TestImages.letter(BufferedImage.TYPE_BYTE_GRAY, Color.WHITE, Color.BLACK), format);
  }

  private static byte[] withSize(byte[] gif, int at, int side) {
    for (int i = 0; i < 4; i += 2) {
      gif[at + i] = (byte) side;
      gif[at + i + 1] = (byte) (side >> 8);
    }
    return gif;
  }

  private static byte[] jpegOfSize(int side) {
    byte[] file = sample("jpeg");
    for (int i = 2; i < file.length; i++) {
      if (file[i] == (byte) 0xff && file[i + 1] == (byte) 0xc0) {
        ByteBuffer.wrap(file).putShort(i + 5, (short) side).putShort(i + 7, (short) side);
        return file;
      }
    }
    throw new IllegalStateException("no frame header");
  }

  private static byte[] rleBitmapOfSize(int side) {
    ByteBuffer file = ByteBuffer.allocate(64).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    file.put(new byte[] {'B', 'M'}).putInt(2, 64).putInt(10, 62).putInt(14, 40);
    file.putInt(18, side).putInt(22, side).putShort(26, (short) 1).putShort(28, (short) 8);
    return file.putInt(30, 1).putInt(34, 2).putInt(46, 2).array();
  }

  private static byte[] tiffOfSize(int side) {
    int[][] tags = {{256, side}, {257, side}, {258, 1}, {259, 4}, {262, 0}, {273, 8}, {279, 1}};
    ByteBuffer file = ByteBuffer.allocate(10 + 12 * tags.length + 4);
    file.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) tags.length);
    for (int[] tag : tags) {
      file.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
    }
    return file.array();
  }
}
