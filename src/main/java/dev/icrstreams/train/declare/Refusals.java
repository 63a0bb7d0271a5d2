package dev.icrstreams.train.declare;

import java.util.Map;
import java.util.Optional;

/** What people look for and do not find, with the reason. */
final class Refusals {
  private static final String NO_FLIP =
      "digits are not flipped: a mirrored 2 is no 2, a 6 upside down is a 9";
  private static final Map<String, String> REASONS =
      Map.of(
          "flip", NO_FLIP,
          "mirror", NO_FLIP,
          "horizontal-flip", NO_FLIP,
          "vertical-flip", NO_FLIP,
          "optimizer", "there is no such key; it is spelled optimiser",
          "learning-rate", "there is no such key; it is called rate");

  private Refusals() {}

  static Optional<String> reason(String key) {
    return Optional.ofNullable(REASONS.get(key));
  }
}
