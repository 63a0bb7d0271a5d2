package dev.icrstreams.image;

import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.ImageFormat;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.image.codec.Codec;
import dev.icrstreams.image.codec.Header;
import dev.icrstreams.image.codec.Orientation;
import java.io.IOException;

/**
 * Image file to grey pixels: PNG, JPEG, TIFF, BMP and GIF, the first page of several, upright as
 * its orientation tag says, alpha composed on white. Threads may share it.
 */
public final class ImageDecoder {
  private final ImageLimits limits;

  /** A decoder that refuses what is over the limits. */
  public ImageDecoder(ImageLimits limits) {
    this.limits = limits;
  }

  /**
   * Decodes an image. The header is checked against the limits before any pixel is decoded, and a
   * truncated file is refused whole.
   *
   * @throws RejectedFieldException with EMPTY, UNKNOWN_FORMAT, CORRUPT_IMAGE, UNSUPPORTED_IMAGE or
   *     TOO_LARGE; nothing else is thrown, whatever the bytes
   */
  public GreyImage decode(byte[] bytes) {
    return decode(bytes, 0);
  }

  /**
   * Decodes one page of a TIFF of several; of other formats there is page 0 alone.
   *
   * @param page counted from 0
   * @throws RejectedFieldException as above, and with UNSUPPORTED_IMAGE if there is no such page
   */
  public GreyImage decode(byte[] bytes, int page) {
    if (bytes == null || bytes.length == 0) {
      throw new RejectedFieldException(ErrorCode.EMPTY, "the image is empty");
    }
    within(bytes.length, limits.bytes(), "bytes");
    ImageFormat format =
        ImageFormat.detect(bytes)
            .orElseThrow(
                () ->
                    new RejectedFieldException(
                        ErrorCode.UNKNOWN_FORMAT, "the bytes start with no known signature"));
    try {
      return decode(bytes, page, Codec.of(format));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      if (e instanceof RejectedFieldException rejected) {
        throw rejected;
      }
      throw new RejectedFieldException(
          ErrorCode.CORRUPT_IMAGE,
          "the " + format + " image cannot be decoded (" + e.getClass().getSimpleName() + ")",
          e);
    } catch (OutOfMemoryError e) {
      throw new RejectedFieldException(
          ErrorCode.TOO_LARGE, "no memory to decode the " + format + " image", e);
    }
  }

  private GreyImage decode(byte[] bytes, int page, Codec codec) throws IOException {
    Header header = codec.header(bytes, limits.frames(), page);
    within(header.width(), limits.side(), "pixels wide");
    within(header.height(), limits.side(), "pixels high");
    within(header.pixels(), limits.pixels(), "pixels");
    within(header.pages(), limits.frames(), "or more pages");
    byte[] grey = codec.grey(header);
    boolean sideways = Orientation.isSideways(header.orientation());
    return new GreyImage(
        sideways ? header.height() : header.width(),
        sideways ? header.width() : header.height(),
        Orientation.upright(grey, header.width(), header.height(), header.orientation()),
        header.pages());
  }

  private static void within(long value, int limit, String what) {
    if (value > limit) {
      throw new RejectedFieldException(
          ErrorCode.TOO_LARGE, value + " " + what + "; the limit is " + limit);
    }
  }
}
