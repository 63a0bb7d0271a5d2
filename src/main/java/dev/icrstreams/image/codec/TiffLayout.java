package dev.icrstreams.image.codec;

import java.util.Set;

/**
 * How a TIFF page lies in its file; of it follow the memory that decoding takes and whether all its
 * strips or tiles are there.
 *
 * @param width columns
 * @param height rows
 * @param pixels the most that decoding takes memory for at once
 */
record TiffLayout(int width, int height, long pixels) {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int COMPRESSION = 259;
  private static final int STRIP_OFFSETS = 273;
  private static final int SAMPLES = 277;
  private static final int ROWS_PER_STRIP = 278;
  private static final int STRIP_SIZES = 279;
  private static final int PLANAR = 284;

  /** Pixels per unit along a row, and along a column; they make no pixels. */
  static final int ACROSS_RESOLUTION = 282;

  static final int DOWN_RESOLUTION = 283;

  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_SIZES = 325;
  private static final int SAMPLE_FORMAT = 339;

  /**
   * The tags that make pixels: these, photometric, fill order, CCITT options, palette and so on.
   */
  static final Set<Integer> TAGS =
      Set.of(
          WIDTH,
          HEIGHT,
          BITS,
          COMPRESSION,
          262,
          266,
          STRIP_OFFSETS,
          SAMPLES,
          ROWS_PER_STRIP,
          STRIP_SIZES,
          PLANAR,
          292,
          293,
          317,
          320,
          TILE_WIDTH,
          TILE_HEIGHT,
          TILE_OFFSETS,
          TILE_SIZES,
          332,
          338,
          SAMPLE_FORMAT,
          347,
          529,
          530,
          531,
          532);

  private static final Set<Long> COMPRESSIONS = Set.of(1L, 2L, 3L, 4L, 5L, 7L, 8L, 32773L, 32946L);

  static TiffLayout of(TiffDirectory tags) {
    long width = tags.number(WIDTH, 0);
    long height = tags.number(HEIGHT, 0);
    if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw Bytes.corrupt("the TIFF image declares " + width + " x " + height + " pixels");
    }
    long samples = tags.number(SAMPLES, 1);
    long bits = tags.number(BITS, 1);
    long compression = tags.number(COMPRESSION, 1);
    if (!COMPRESSIONS.contains(compression)) {
      throw Bytes.unsupported("TIFF compression " + compression);
    }
    if (samples < 1 || samples > 5 || bits > 16 || tags.number(SAMPLE_FORMAT, 1) != 1) {
      throw Bytes.unsupported("TIFF of " + samples + " samples of " + bits + " bits");
    }
    long planes = tags.number(PLANAR, 1) == 2 ? samples : 1;
    boolean tiled = tags.has(TILE_WIDTH);
    long partWidth = tiled ? tags.number(TILE_WIDTH, 0) : width;
    long partHeight =
        tiled ? tags.number(TILE_HEIGHT, 0) : Math.min(height, tags.number(ROWS_PER_STRIP, height));
    if (partWidth < 1 || partHeight < 1) {
      throw Bytes.corrupt("the TIFF image declares empty strips or tiles");
    }
    long parts = up(width, partWidth) * up(height, partHeight) * planes;
    if (parts > Integer.MAX_VALUE) {
      throw Bytes.truncated();
    }
    tags.requireData(
        tiled ? TILE_OFFSETS : STRIP_OFFSETS, tiled ? TILE_SIZES : STRIP_SIZES, (int) parts);
    if (compression == 1 && !tiled) {
      tags.requireSum(STRIP_SIZES, up(width * bits * samples / planes, 8) * height * planes);
    }
    return new TiffLayout(
        (int) width, (int) height, Math.max(width * height, partWidth * partHeight));
  }

  private static long up(long value, long by) {
    return (value + by - 1) / by;
  }
}
