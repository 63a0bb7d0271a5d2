package dev.icrstreams.image.codec;

import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;

/**
 * JPEG (ITU-T T.81): baseline, extended and progressive, 8 bits, grey, YCbCr, RGB, CMYK and YCCK.
 * The decoder gives the components as they are; this class makes colours of them.
 */
final class JpegCodec implements Codec {
  /** Enough for every encoder; each costs a pass over the whole image. */
  private static final int MAX_SCANS = 100;

  /** What encoders write; as many are read whatever the size. */
  private static final int USUAL_SCANS = 10;

  /** What more scans together may pass over. */
  private static final long MAX_SCANNED_PIXELS = 320_000_000;

  @Override
  public Header header(byte[] array, int maxPages) {
    JpegMarkers markers = JpegMarkers.of(array, MAX_SCANS);
    if (markers.scans() > USUAL_SCANS
        && (long) markers.width() * markers.height() * markers.scans() > MAX_SCANNED_PIXELS) {
      throw Bytes.unsupported("a JPEG of so many pixels in " + markers.scans() + " scans");
    }
    return Header.of(
        markers.width(),
        markers.height(),
        1,
        markers.orientation(),
        markers.pixelHeight(),
        markers.body());
  }

  @Override
  public Shades shades(Header header) throws IOException {
    Raster raster = Readers.JPEG.raster(header.body());
    JpegColour colour = JpegColour.ofBody(header.body());
    return switch (raster.getNumBands()) {
      case 1 -> Greys.of(raster, Greys.Space.GREY, false);
      case 3 -> Greys.of(convert(raster, colour), Greys.Space.RGB, false);
      case 4 -> Greys.of(convert(raster, colour), Greys.Space.CMYK, false);
      default -> throw Bytes.unsupported("a JPEG image of two components");
    };
  }

  private static Raster convert(Raster raster, JpegColour colour) {
    if (colour.isPlain()) {
      return raster;
    }
    WritableRaster out = raster.createCompatibleWritableRaster();
    int bands = raster.getNumBands();
    int[] row = new int[raster.getWidth() * bands];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, raster.getWidth(), 1, row);
      for (int at = 0; at < row.length; at += bands) {
        colour.convert(row, at, bands);
      }
      out.setPixels(0, y, raster.getWidth(), 1, row);
    }
    return out;
  }
}
