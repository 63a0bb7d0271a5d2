package dev.icrstreams.image.codec;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * GIF 87a and 89a, the first frame. The file is walked block by block to its trailer; the decoder
 * sees the first frame alone, with the control block before it, which names the transparent colour.
 */
final class GifCodec implements Codec {
  private static final int SCREEN = 13;
  private static final int EXTENSION = 0x21;
  private static final int CONTROL = 0xf9;
  private static final int IMAGE = 0x2c;
  private static final int TRAILER = 0x3b;

  @Override
  public Header header(byte[] array, int maxPages) {
    Bytes bytes = new Bytes(array, false);
    int at = SCREEN + palette(bytes.u8(10));
    bytes.require(0, at);
    ByteArrayOutputStream body = new ByteArrayOutputStream(array.length);
    body.write(array, 0, at);
    Bytes little = new Bytes(array, true);
    int width = 0;
    int height = 0;
    int frames = 0;
    while (bytes.u8(at) != TRAILER && frames <= maxPages) {
      int from = at;
      switch (bytes.u8(at)) {
        case EXTENSION -> {
          boolean control = bytes.u8(at + 1L) == CONTROL;
          at = pastBlocks(bytes, at + 2);
          if (control && frames == 0) {
            body.write(array, from, at - from);
          }
        }
        case IMAGE -> {
          int flags = bytes.u8(at + 9L);
          at = pastBlocks(bytes, at + 11 + palette(flags));
          if (frames++ == 0) {
            width = little.u16(from + 5L);
            height = little.u16(from + 7L);
            body.write(array, from, at - from);
            requireData(bytes, from + 11 + palette(flags));
          }
        }
        default -> throw Bytes.corrupt("the GIF image has an unknown block");
      }
    }
    if (width == 0 || height == 0) {
      throw Bytes.corrupt("the GIF image has no frame");
    }
    body.write(TRAILER);
    long screen = (long) little.u16(6) * little.u16(8);
    long pixels = Math.max(screen, (long) width * height);
    return new Header(
        width, height, pixels, frames, Orientation.UPRIGHT, PixelShape.SQUARE, body.toByteArray());
  }

  @Override
  public Shades shades(Header header) throws IOException {
    BufferedImage image = Readers.GIF.image(header.body());
    return Greys.of(image);
  }

  private static void requireData(Bytes bytes, int firstBlock) {
    if (bytes.u8(firstBlock) == 0) {
      throw Bytes.corrupt("the GIF image's first frame is empty");
    }
  }

  private static int palette(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static int pastBlocks(Bytes bytes, int from) {
    int at = from;
    for (int length = bytes.u8(at); length != 0; length = bytes.u8(at)) {
      at += length + 1;
    }
    return at + 1;
  }
}
