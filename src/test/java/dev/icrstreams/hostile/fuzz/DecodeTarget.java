package dev.icrstreams.hostile.fuzz;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.image.ImageDecoder;
import dev.icrstreams.image.ImageLimits;

/** An image file to grey pixels: they are there, within the limits, or the file is rejected. */
public final class DecodeTarget {
  /** With fewer pixels than usual: large images are slow, and reach no other code. */
  static final Config CONFIG = Config.defaults().with(Keys.LIMIT_PIXELS, "300000");

  private static final ImageDecoder DECODER = new ImageDecoder(ImageLimits.from(CONFIG));

  private DecodeTarget() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    try {
      DECODER.decode(bytes);
    } catch (RejectedFieldException e) {
      Rejection.mustBeExplained(e);
    }
  }
}
