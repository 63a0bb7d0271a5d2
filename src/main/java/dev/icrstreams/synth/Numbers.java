package dev.icrstreams.synth;

import dev.icrstreams.synth.raster.SeededRandom;

/** The numbers that forms ask for. */
enum Numbers {
  /** Five digits, any of them. */
  ZIP(0.22) {
    @Override
    String draw(SeededRandom random) {
      return digits(5, random);
    }
  },
  /**
   * Two to nine digits, cents included or not; often ends with zeros, or repeats a digit. Small
   * first digits are more frequent, as in all quantities that span orders of magnitude (F. Benford,
   * "The law of anomalous numbers", Proceedings of the American Philosophical Society 78, 1938).
   */
  AMOUNT(0.26) {
    @Override
    String draw(SeededRandom random) {
      int first = (int) Math.pow(10, random.uniform());
      String amount = first + digits(random.range(1, random.chance(0.2) ? 8 : 6), random);
      double which = random.uniform();
      if (which < 0.25 && amount.length() > 2) {
        return amount.substring(0, amount.length() - 2) + "00";
      }
      if (which < 0.4) {
        int zeros = random.range(1, amount.length() - 1);
        return amount.substring(0, amount.length() - zeros) + "0".repeat(zeros);
      }
      return which < 0.48 ? repeating(amount, random) : amount;
    }
  },
  /** Eight to twelve digits. */
  ACCOUNT(0.12) {
    @Override
    String draw(SeededRandom random) {
      return digits(random.range(8, 12), random);
    }
  },
  /** Six digits, the first often zero. */
  METER(0.1) {
    @Override
    String draw(SeededRandom random) {
      return (random.chance(0.5) ? "0" : digits(1, random)) + digits(5, random);
    }
  },
  /** Day, month and year. */
  DATE(0.1) {
    @Override
    String draw(SeededRandom random) {
      String date = two(random.range(1, 28)) + two(random.range(1, 12));
      int year = random.range(1940, 2029);
      return date + (random.chance(0.5) ? two(year / 100) : "") + two(year % 100);
    }
  },
  /** One to three digits: a quantity, an age. */
  SHORT(0.12) {
    @Override
    String draw(SeededRandom random) {
      return digits(random.range(1, 3), random);
    }
  },
  YEAR(0.04) {
    @Override
    String draw(SeededRandom random) {
      return Integer.toString(random.range(1900, 2039));
    }
  },
  /** Nine to fourteen digits, a zero or two in front. */
  TELEPHONE(0.04) {
    @Override
    String draw(SeededRandom random) {
      return (random.chance(0.5) ? "0" : "00") + digits(random.range(8, 12), random);
    }
  },
  /** One to three digits, and two to six zeros, mostly three. Drawn for round amounts alone. */
  ROUND(0) {
    @Override
    String draw(SeededRandom random) {
      int first = (int) Math.pow(10, random.uniform());
      int zeros = random.chance(0.55) ? 3 : random.range(2, 6);
      return first + digits(random.range(0, 2), random) + "0".repeat(zeros);
    }
  };

  private final double share;

  Numbers(double share) {
    this.share = share;
  }

  abstract String draw(SeededRandom random);

  static String drawAny(SeededRandom random) {
    double left = random.uniform();
    for (Numbers kind : values()) {
      left -= kind.share;
      if (left < 0) {
        return kind.draw(random);
      }
    }
    return ZIP.draw(random);
  }

  private static String two(int number) {
    return "" + number / 10 + number % 10;
  }

  /** The same digit two or more times in a row. */
  private static String repeating(String number, SeededRandom random) {
    int from = random.range(0, number.length() - 1);
    int to = random.range(from + 1, number.length());
    String digit = number.substring(from, from + 1);
    return number.substring(0, from) + digit.repeat(to - from) + number.substring(to);
  }

  private static String digits(int count, SeededRandom random) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.range(0, 9));
    }
    return digits.toString();
  }
}
