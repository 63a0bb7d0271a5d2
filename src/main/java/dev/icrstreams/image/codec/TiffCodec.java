package dev.icrstreams.image.codec;

import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * TIFF 6.0, a page at a time: no, PackBits, LZW, Deflate, JPEG and all CCITT compressions. The
 * decoder sees one directory of the tags that make pixels, so no profile, thumbnail or loop of
 * directories.
 */
final class TiffCodec implements Codec {
  @Override
  public Header header(byte[] array, int maxPages) {
    return header(array, maxPages, 0);
  }

  @Override
  public Header header(byte[] array, int maxPages, int page) {
    Bytes bytes = new Bytes(array, array[0] == 'I');
    if (bytes.u16(2) != 42) {
      throw Bytes.unsupported("BigTIFF");
    }
    long first = bytes.u32(4);
    int pages = TiffDirectory.count(bytes, first, maxPages);
    TiffDirectory directory = TiffDirectory.read(bytes, TiffDirectory.at(bytes, first, page));
    TiffLayout layout = TiffLayout.of(directory);
    return new Header(
        layout.width(),
        layout.height(),
        layout.pixels(),
        pages,
        (int) directory.number(Orientation.TAG, Orientation.UPRIGHT),
        PixelShape.of(
            directory.ratio(TiffLayout.ACROSS_RESOLUTION),
            directory.ratio(TiffLayout.DOWN_RESOLUTION)),
        directory.alone(TiffLayout.TAGS));
  }

  @Override
  public Shades shades(Header header) throws IOException {
    BufferedImage image = Readers.TIFF.image(header.body());
    Bytes bytes = new Bytes(header.body(), header.body()[0] == 'I');
    TiffDirectory directory = TiffDirectory.read(bytes, bytes.u32(4));
    if (directory.number(262, 0) == 5) {
      return Greys.of(image.getRaster(), Greys.Space.CMYK, false);
    }
    return Greys.of(image);
  }
}
