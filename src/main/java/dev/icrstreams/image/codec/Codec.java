package dev.icrstreams.image.codec;

import dev.icrstreams.field.ImageFormat;
import dev.icrstreams.field.RejectedFieldException;
import java.io.IOException;

/** Reads one image format. Implementations hold no state. */
public interface Codec {
  /** The codec of a format. */
  static Codec of(ImageFormat format) {
    return switch (format) {
      case PNG -> new PngCodec();
      case JPEG -> new JpegCodec();
      case TIFF -> new TiffCodec();
      case BMP -> new BmpCodec();
      case GIF -> new GifCodec();
    };
  }

  /**
   * Reads what the file declares, touching no pixel; frames are counted up to one more than {@code
   * maxPages}.
   *
   * @throws RejectedFieldException if the file is truncated, malformed or of an unsupported variant
   */
  Header header(byte[] bytes, int maxPages);

  /**
   * The same for one page of several, counted from 0; only TIFF has more than page 0.
   *
   * @throws RejectedFieldException also if there is no such page
   */
  default Header header(byte[] bytes, int maxPages, int page) {
    if (page != 0) {
      throw Bytes.unsupported("page " + (page + 1) + " of a format of single pages");
    }
    return header(bytes, maxPages);
  }

  /**
   * Decodes the page of the header to {@code width * height} grey values, not yet turned upright.
   *
   * @throws IOException or a RuntimeException if the pixels cannot be decoded
   */
  Shades shades(Header header) throws IOException;
}
