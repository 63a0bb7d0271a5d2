package dev.icrstreams.hostile.fuzz;

import dev.icrstreams.config.Config;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.image.ImageDecoder;
import dev.icrstreams.image.ImageLimits;

/** An image file to grey pixels: they are there, within the limits, or the file is rejected. */
public final class DecodeTarget {
  private static final ImageLimits LIMITS = ImageLimits.from(Config.defaults());
  private static final ImageDecoder DECODER = new ImageDecoder(LIMITS);

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
