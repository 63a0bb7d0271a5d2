package dev.icrstreams.image.codec;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;

/** Windows bitmap: core, info, V4 and V5 headers; uncompressed, RLE4, RLE8 and bit fields. */
final class BmpCodec implements Codec {
  private static final int FILE_HEADER = 14;
  private static final int CORE = 12;
  private static final Set<Integer> HEADERS = Set.of(CORE, 40, 52, 56, 108, 124);
  private static final Set<Integer> DEPTHS = Set.of(1, 4, 8, 16, 24, 32);
  private static final int RLE8 = 1;
  private static final int RLE4 = 2;
  private static final int BIT_FIELDS = 3;

  @Override
  public Header header(byte[] array, int maxPages) {
    Bytes bytes = new Bytes(array, true);
    int size = bytes.s32(FILE_HEADER);
    if (!HEADERS.contains(size)) {
      throw Bytes.unsupported("BMP with a header of " + size + " bytes");
    }
    bytes.require(FILE_HEADER, size);
    boolean core = size == CORE;
    int width = core ? bytes.u16(18) : bytes.s32(18);
    long height = core ? bytes.u16(20) : Math.abs((long) bytes.s32(22));
    int depth = bytes.u16(core ? 24 : 28);
    int compression = core ? 0 : bytes.s32(30);
    if (width < 1 || height < 1 || height > Integer.MAX_VALUE) {
      throw Bytes.corrupt("the BMP image declares " + width + " x " + height + " pixels");
    }
    if (!DEPTHS.contains(depth) || compression < 0 || compression > BIT_FIELDS) {
      throw Bytes.unsupported("BMP of " + depth + " bits, compression " + compression);
    }
    if (!core && bytes.u32(46) > 1 << Math.min(8, depth)) {
      throw Bytes.corrupt("the BMP image declares too many colours");
    }
    long pixels = bytes.u32(10);
    if (pixels < FILE_HEADER + size) {
      throw Bytes.corrupt("the BMP image's pixels lie within its header");
    }
    bytes.require(pixels, length(bytes, width, height, depth, compression));
    // the reader takes a V4 or V5 profile's place and size from the header: leave it none
    double pixelHeight = core ? PixelShape.SQUARE : PixelShape.of(bytes.s32(38), bytes.s32(42));
    return Header.of(
        width, (int) height, 1, Orientation.UPRIGHT, pixelHeight, withoutProfile(array, size));
  }

  @Override
  public Shades shades(Header header) throws IOException {
    return Greys.of(Readers.BMP.image(header.body()));
  }

  private static long length(Bytes bytes, long width, long height, int depth, int compression) {
    if (compression == RLE8 || compression == RLE4) {
      return bytes.u32(34);
    }
    return (width * depth + 31) / 32 * 4 * height;
  }

  private static byte[] withoutProfile(byte[] array, int size) {
    if (size < 108) {
      return array;
    }
    byte[] body = array.clone();
    int colourSpace = FILE_HEADER + 56;
    System.arraycopy(new byte[] {'B', 'G', 'R', 's'}, 0, body, colourSpace, 4);
    if (size == 124) {
      Arrays.fill(body, FILE_HEADER + 112, FILE_HEADER + 124, (byte) 0);
    }
    return body;
  }
}
