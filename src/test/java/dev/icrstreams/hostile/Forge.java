package dev.icrstreams.hostile;

import dev.icrstreams.image.TestImages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.IntPredicate;
import java.util.zip.Deflater;

/** Image files as no honest program writes them. */
final class Forge {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private Forge() {}

  /** A PNG of this header with these compressed pixels and chunks before them. */
  static byte[] png(int width, int height, int depth, int type, byte[] idat, byte[]... before) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(PNG);
    out.writeBytes(
        TestImages.chunk(
            "IHDR",
            ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) type)
                .array()));
    for (byte[] chunk : before) {
      out.writeBytes(chunk);
    }
    out.writeBytes(TestImages.chunk("IDAT", idat));
    out.writeBytes(TestImages.chunk("IEND", new byte[0]));
    return out.toByteArray();
  }

  /** A whole one-bit PNG that is black where the test says so, given {@code y * width + x}. */
  static byte[] bilevel(int width, int height, IntPredicate black) {
    int stride = (width + 7) / 8 + 1;
    byte[] rows = new byte[stride * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (!black.test(y * width + x)) {
          rows[y * stride + 1 + x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
    }
    return png(width, height, 1, 0, deflated(rows));
  }

  static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(6);
    deflater.setInput(bytes);
    deflater.finish();
    return drained(deflater);
  }

  /** So many zeros, compressed, without ever being there. */
  static byte[] zeros(long count) {
    Deflater deflater = new Deflater(6);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] block = new byte[1 << 20];
    byte[] buffer = new byte[1 << 16];
    for (long left = count; left > 0; left -= block.length) {
      deflater.setInput(block, 0, (int) Math.min(left, block.length));
      for (int n = deflater.deflate(buffer); n > 0; n = deflater.deflate(buffer)) {
        out.write(buffer, 0, n);
      }
    }
    deflater.finish();
    out.writeBytes(drained(deflater));
    return out.toByteArray();
  }

  private static byte[] drained(Deflater deflater) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  /** A TIFF of one directory; each tag is number, type (3 short, 4 long), count and value. */
  static byte[] tiff(byte[] data, int next, int[]... tags) {
    int at = 8 + data.length + (data.length & 1);
    ByteBuffer file = ByteBuffer.allocate(at + 2 + 12 * tags.length + 4);
    file.put(new byte[] {'M', 'M', 0, 42}).putInt(at).put(data).position(at);
    file.putShort((short) tags.length);
    for (int[] tag : tags) {
      file.putShort((short) tag[0]).putShort((short) tag[1]).putInt(tag[2]);
      if (tag[1] == 3 && tag[2] == 1) {
        file.putShort((short) tag[3]).putShort((short) 0);
      } else {
        file.putInt(tag[3]);
      }
    }
    return file.putInt(next).array();
  }

  /** A whole grey TIFF of one strip whose data inflate to so many white pixels. */
  static byte[] deflatedTiff(int width, int height) {
    byte[] data = zeros((long) width * height);
    return tiff(
        data,
        0,
        new int[] {256, 4, 1, width},
        new int[] {257, 4, 1, height},
        new int[] {258, 3, 1, 8},
        new int[] {259, 3, 1, 8},
        new int[] {262, 3, 1, 0},
        new int[] {273, 4, 1, 8},
        new int[] {277, 3, 1, 1},
        new int[] {278, 4, 1, height},
        new int[] {279, 4, 1, data.length});
  }

  /** A JPEG with more segments of this marker behind its start. */
  static byte[] segments(byte[] jpeg, int marker, byte[] content, int count) {
    ByteBuffer all = ByteBuffer.allocate(count * (content.length + 4));
    for (int i = 0; i < count; i++) {
      all.put((byte) 0xff).put((byte) marker).putShort((short) (content.length + 2)).put(content);
    }
    return TestImages.insert(jpeg, 2, all.array());
  }

  /** A JPEG whose last scan stands there so many times more. */
  static byte[] scans(byte[] jpeg, int more) {
    int last = 0;
    for (int i = 2; i + 1 < jpeg.length; i++) {
      if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xda) {
        last = i;
      }
    }
    byte[] scan = java.util.Arrays.copyOfRange(jpeg, last, jpeg.length - 2);
    byte[] all = jpeg;
    for (int i = 0; i < more; i++) {
      all = TestImages.insert(all, jpeg.length - 2, scan);
    }
    return all;
  }

  /** Progressive, by the JDK's writer. */
  static byte[] progressive(BufferedImage image) {
    var writer = javax.imageio.ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var stream = javax.imageio.ImageIO.createImageOutputStream(out)) {
      var param = writer.getDefaultWriteParam();
      param.setProgressiveMode(javax.imageio.ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(stream);
      writer.write(null, new javax.imageio.IIOImage(image, null, null), param);
      stream.flush();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
