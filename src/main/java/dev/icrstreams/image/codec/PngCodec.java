package dev.icrstreams.image.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * PNG (ISO/IEC 15948). Only the chunks that make pixels reach the decoder: it would inflate text
 * and profile chunks without a bound.
 */
final class PngCodec implements Codec {
  private static final int SIGNATURE = 8;
  private static final int FRAME = 12;
  private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  @Override
  public Header header(byte[] array, int maxPages) {
    Bytes bytes = new Bytes(array, false);
    ByteArrayOutputStream body = new ByteArrayOutputStream(array.length);
    body.write(array, 0, SIGNATURE);
    if (!bytes.has(SIGNATURE + 4, "IHDR")) {
      bytes.require(SIGNATURE, FRAME);
      throw Bytes.corrupt("the PNG image does not start with its header");
    }
    long frames = 1;
    double pixelHeight = PixelShape.SQUARE;
    long at = SIGNATURE;
    for (String type = ""; !type.equals("IEND"); ) {
      long length = bytes.u32(at);
      bytes.require(at, length + FRAME);
      type = type(array, (int) at + 4);
      if (type.equals("acTL")) {
        frames = Math.max(1, bytes.u32(at + 8));
      }
      if (type.equals("pHYs") && length >= 8) {
        pixelHeight = PixelShape.of((double) bytes.u32(at + 8), (double) bytes.u32(at + 12));
      }
      if (KEPT.contains(type)) {
        checkSum(bytes, (int) at, (int) length);
        body.write(array, (int) at, (int) length + FRAME);
      }
      at += length + FRAME;
    }
    int width = side(bytes.u32(SIGNATURE + 8));
    int height = side(bytes.u32(SIGNATURE + 12));
    int pages = (int) Math.min(frames, maxPages + 1L);
    return new Header(
        width,
        height,
        (long) width * height * Math.max(4, bytesPerPixel(bytes)) / 4,
        pages,
        Orientation.UPRIGHT,
        pixelHeight,
        body.toByteArray());
  }

  /** What the decoder takes for a pixel; of 16 bits a sample more than of other images. */
  private static int bytesPerPixel(Bytes bytes) {
    int samples =
        switch (bytes.u8(SIGNATURE + 17L)) {
          case 2 -> 3;
          case 4 -> 2;
          case 6 -> 4;
          default -> 1;
        };
    return samples * bytes.u8(SIGNATURE + 16L) / 8;
  }

  @Override
  public Shades shades(Header header) throws IOException {
    return Greys.of(Readers.PNG.image(header.body()));
  }

  private static int side(long value) {
    if (value < 1 || value > Integer.MAX_VALUE) {
      throw Bytes.corrupt("the PNG image declares a side of " + value + " pixels");
    }
    return (int) value;
  }

  private static String type(byte[] array, int at) {
    return new String(array, at, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static void checkSum(Bytes bytes, int at, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes.array(), at + 4, length + 4);
    if (crc.getValue() != bytes.u32(at + 8L + length)) {
      throw Bytes.corrupt("a checksum of the PNG image is wrong");
    }
  }
}
