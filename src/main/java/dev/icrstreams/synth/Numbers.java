package dev.icrstreams.synth;

/** The numbers that forms ask for. */
enum Numbers {
  /** Five digits, any of them. */
  ZIP(0.28) {
    @Override
    String draw(SeededRandom random) {
      return digits(5, random);
    }
  },
  /** Three to seven digits, cents included; does not begin with zero, often ends with some. */
  AMOUNT(0.28) {
    @Override
    String draw(SeededRandom random) {
      String amount = random.range(1, 9) + digits(random.range(2, 6), random);
      return random.chance(0.3) ? amount.substring(0, amount.length() - 2) + "00" : amount;
    }
  },
  /** Eight to twelve digits. */
  ACCOUNT(0.14) {
    @Override
    String draw(SeededRandom random) {
      return digits(random.range(8, 12), random);
    }
  },
  /** Six digits, the first often zero. */
  METER(0.12) {
    @Override
    String draw(SeededRandom random) {
      return (random.chance(0.5) ? "0" : digits(1, random)) + digits(5, random);
    }
  },
  /** Day, month and year. */
  DATE(0.12) {
    @Override
    String draw(SeededRandom random) {
      String date = two(random.range(1, 28)) + two(random.range(1, 12));
      int year = random.range(1940, 2029);
      return date + (random.chance(0.5) ? two(year / 100) : "") + two(year % 100);
    }
  },
  /** One or two digits: a quantity, an age. */
  SHORT(0.06) {
    @Override
    String draw(SeededRandom random) {
      return digits(random.range(1, 2), random);
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

  private static String digits(int count, SeededRandom random) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.range(0, 9));
    }
    return digits.toString();
  }
}
