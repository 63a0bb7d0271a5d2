package dev.icrstreams.image;

import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.ImageFormat;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.image.codec.Codec;
import dev.icrstreams.image.codec.Header;
import dev.icrstreams.image.codec.Orientation;
import dev.icrstreams.image.codec.Shades;
import dev.icrstreams.image.plane.Resampler;
import java.io.IOException;
import java.util.function.UnaryOperator;

/**
 * Image file to grey pixels: PNG, JPEG, TIFF, BMP and GIF, the first page of several, upright as
 * its orientation tag says, alpha composed on white, the pixels of faxes made square. Threads may
 * share it.
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
    boolean sideways = Orientation.isSideways(header.orientation());
    double pixelHeight = sideways ? 1 / header.pixelHeight() : header.pixelHeight();
    int width = sideways ? header.height() : header.width();
    int height = sideways ? header.width() : header.height();
    int across = (int) Math.max(1, width / Math.min(1, pixelHeight));
    int down = (int) Math.max(1, height * Math.max(1, pixelHeight));
    within(across, limits.side(), "square pixels wide");
    within(down, limits.side(), "square pixels high");
    within((long) across * down, limits.pixels(), "square pixels");
    Shades stored = codec.shades(header);
    UnaryOperator<byte[]> placed =
        levels -> {
          byte[] upright =
              Orientation.upright(levels, header.width(), header.height(), header.orientation());
          return across == width && down == height
              ? upright
              : Resampler.scale(upright, width, height, across, down).bytes();
        };
    return new GreyImage(
        across,
        down,
        placed.apply(stored.grey()),
        header.pages(),
        pixelHeight,
        stored.channels().stream().map(placed).toList());
  }

  private static void within(long value, int limit, String what) {
    if (value > limit) {
      throw new RejectedFieldException(
          ErrorCode.TOO_LARGE, value + " " + what + "; the limit is " + limit);
    }
  }
}
