package dev.icrstreams.image;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;

/**
 * What an image may be at most; checked on its header before memory is taken for its pixels.
 *
 * @param bytes the file's length
 * @param pixels declared width times height
 * @param side declared width or height
 * @param frames pages or frames
 */
public record ImageLimits(int bytes, int pixels, int side, int frames) {
  /** The configured limits. */
  public static ImageLimits from(Config config) {
    return new ImageLimits(
        config.get(Keys.LIMIT_RECORD_BYTES),
        config.get(Keys.LIMIT_PIXELS),
        config.get(Keys.LIMIT_SIDE),
        config.get(Keys.LIMIT_FRAMES));
  }
}
