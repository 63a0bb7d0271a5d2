package dev.icrstreams.image.codec;

import java.io.ByteArrayOutputStream;

/**
 * Walks the segments of a JPEG file to its end marker and keeps those that make pixels.
 *
 * @param width columns
 * @param height rows
 * @param scans passes over the picture
 * @param orientation from EXIF, 1 if there is none
 * @param pixelHeight a pixel's height over its width, by JFIF
 * @param body a JPEG file without profiles, thumbnails and comments
 */
record JpegMarkers(
    int width, int height, int scans, int orientation, double pixelHeight, byte[] body) {
  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int DHT = 0xc4;
  private static final int DQT = 0xdb;
  private static final int DNL = 0xdc;
  private static final int DRI = 0xdd;

  static JpegMarkers of(byte[] array, int maxScans) {
    return new Walk(new Bytes(array, false), maxScans).toEnd();
  }

  private static final class Walk {
    private final Bytes bytes;
    private final int maxScans;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int scans;
    private int width;
    private int height;
    private int[] ids;
    private int orientation = Orientation.UPRIGHT;
    private boolean jfif;
    private double pixelHeight = PixelShape.SQUARE;
    private int adobeTransform = -1;

    Walk(Bytes bytes, int maxScans) {
      this.bytes = bytes;
      this.maxScans = maxScans;
    }

    JpegMarkers toEnd() {
      int at = 2;
      while (true) {
        if (bytes.u8(at) != 0xff) {
          throw Bytes.corrupt("the JPEG image has no marker where one must be");
        }
        int marker = bytes.u8(at + 1);
        if (marker == 0xff) {
          at++;
        } else if (marker == EOI) {
          return end();
        } else if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
          at += 2;
        } else {
          at = segment(marker, at);
        }
      }
    }

    private JpegMarkers end() {
      if (ids == null || scans == 0) {
        throw Bytes.corrupt("the JPEG image holds no picture");
      }
      ByteArrayOutputStream body = new ByteArrayOutputStream(kept.size() + 32);
      body.write(0xff);
      body.write(SOI);
      if (ids.length > 1) {
        body.writeBytes(JpegColour.of(ids, jfif, adobeTransform).segment());
      }
      body.writeBytes(kept.toByteArray());
      body.write(0xff);
      body.write(EOI);
      return new JpegMarkers(width, height, scans, orientation, pixelHeight, body.toByteArray());
    }

    private int segment(int marker, int at) {
      int length = bytes.u16(at + 2L);
      bytes.require(at + 2L, length);
      int end = at + 2 + length;
      switch (marker) {
        case 0xc0, 0xc1, 0xc2 -> frame(at);
        case 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf ->
            throw Bytes.unsupported("lossless, hierarchical or arithmetic JPEG");
        case DNL -> throw Bytes.unsupported("JPEG with its height after the picture");
        case 0xe0 -> {
          if (bytes.has(at + 4L, "JFIF\0")) {
            jfif = true;
            pixelHeight =
                length < 14
                    ? PixelShape.SQUARE
                    : PixelShape.of(bytes.u16(at + 12L), bytes.u16(at + 14L));
          }
        }
        case 0xe1 -> orientation = ExifOrientation.of(bytes, at + 4, end, orientation);
        case 0xee -> {
          if (bytes.has(at + 4L, "Adobe") && length >= 14) {
            adobeTransform = bytes.u8(at + 15L);
          }
        }
        case SOS -> {
          if (++scans > maxScans) {
            throw Bytes.unsupported("JPEG of more than " + maxScans + " scans");
          }
          end = entropyCoded(end);
        }
        default -> {}
      }
      if (marker <= 0xc2 || marker == DHT || marker == DQT || marker == DRI || marker == SOS) {
        kept.write(bytes.array(), at, end - at);
      }
      return end;
    }

    private void frame(int at) {
      if (ids != null) {
        throw Bytes.corrupt("the JPEG image has two frames");
      }
      if (bytes.u8(at + 4L) != 8) {
        throw Bytes.unsupported("JPEG of " + bytes.u8(at + 4L) + " bits");
      }
      height = bytes.u16(at + 5L);
      width = bytes.u16(at + 7L);
      if (height == 0 || width == 0) {
        throw Bytes.unsupported("JPEG of unknown height or width");
      }
      int components = bytes.u8(at + 9L);
      if (components != 1 && components != 3 && components != 4) {
        throw Bytes.unsupported("JPEG of " + components + " components");
      }
      ids = new int[components];
      for (int i = 0; i < components; i++) {
        ids[i] = bytes.u8(at + 10L + 3L * i);
      }
    }

    private int entropyCoded(int from) {
      int at = from;
      while (true) {
        if (bytes.u8(at) == 0xff) {
          int next = bytes.u8(at + 1L);
          if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
            return at;
          }
        }
        at++;
      }
    }
  }
}
