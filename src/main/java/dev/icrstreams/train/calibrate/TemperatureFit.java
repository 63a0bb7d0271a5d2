package dev.icrstreams.train.calibrate;

/**
 * The temperature that makes labelled digits likeliest, by golden-section search (C. Guo et al.,
 * "On calibration of modern neural networks", ICML 2017). Stateless.
 */
final class TemperatureFit {
  private static final double COLDEST = 0.25;
  private static final double HOTTEST = 8;
  private static final double EXACT = 1e-4;

  private TemperatureFit() {}

  /**
   * By what to divide logarithms of probabilities.
   *
   * @param logs {@code [digits][classes]}
   * @param labels the right class of each
   */
  static double of(float[][] logs, byte[] labels) {
    double ratio = (Math.sqrt(5) - 1) / 2;
    double low = COLDEST;
    double high = HOTTEST;
    while (high - low > EXACT) {
      double a = high - ratio * (high - low);
      double b = low + ratio * (high - low);
      if (surprise(logs, labels, a) < surprise(logs, labels, b)) {
        high = b;
      } else {
        low = a;
      }
    }
    return (low + high) / 2;
  }

  private static double surprise(float[][] logs, byte[] labels, double temperature) {
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      double all = 0;
      for (float log : logs[i]) {
        all += Math.exp(log / temperature);
      }
      sum += Math.log(all) - logs[i][labels[i]] / temperature;
    }
    return sum;
  }
}
