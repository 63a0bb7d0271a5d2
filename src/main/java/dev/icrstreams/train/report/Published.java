package dev.icrstreams.train.report;

import dev.icrstreams.evaluate.Share;
import java.util.Map;
import java.util.Optional;

/**
 * What was published of a network's like on MNIST's test half, as fractions of 1; null where
 * nothing was.
 *
 * @param what whose figures they are
 */
record Published(
    String what, Double accuracy, Double precision, Double recall, Double f1, Double loss) {
  /** Of unknown architecture; the shipped networks are held against it. */
  private static final Published BEST_NOTEBOOK =
      new Published("best notebook", 0.9912, 0.9908, null, 0.9910, null);

  private static final Map<String, Published> BY_NETWORK =
      Map.of(
          "cnn-64-32",
          new Published("as published", 0.99, null, null, null, 0.0241),
          "mlp-128-64",
          new Published("as published", 0.97, 0.96, 0.95, 0.95, null),
          "icr",
          BEST_NOTEBOOK,
          "icr-cnn-11m",
          BEST_NOTEBOOK);

  static Optional<Published> of(String network) {
    return Optional.ofNullable(BY_NETWORK.get(network));
  }

  /** How a measured accuracy stands to the published one. */
  String beside(Share measured) {
    if (measured.low() > accuracy) {
      return "better";
    }
    return measured.high() < accuracy ? "worse" : "no clear difference";
  }
}
