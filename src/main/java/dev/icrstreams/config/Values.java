package dev.icrstreams.config;

import java.util.function.Function;

/** Texts to values in their range; what is not in it is an {@link IllegalArgumentException}. */
final class Values {
  private Values() {}

  static Function<String, Integer> integer(int least, int most) {
    return text -> {
      int value = Integer.parseInt(text);
      require(value >= least && value <= most);
      return value;
    };
  }

  static Function<String, Double> decimal(double least, double most) {
    return text -> {
      double value = Double.parseDouble(text);
      require(value >= least && value <= most);
      return value;
    };
  }

  static boolean flag(String text) {
    require(text.equals("true") || text.equals("false"));
    return text.equals("true");
  }

  static String topicName(String text) {
    require(text.matches("[A-Za-z0-9._-]{1,249}"));
    return text;
  }

  private static void require(boolean inRange) {
    if (!inRange) {
      throw new IllegalArgumentException();
    }
  }
}
