package dev.icrstreams.config;

import java.net.URI;
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

  static Boolean truth(String text) {
    require(text.equals("true") || text.equals("false"));
    return Boolean.valueOf(text);
  }

  /** Without a slash at its end, so that paths can follow. */
  static String httpAddress(String text) {
    if (!text.isEmpty()) {
      URI address = URI.create(text);
      require("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
      require(address.getHost() != null && address.getUserInfo() == null);
      require(address.getQuery() == null && address.getFragment() == null);
    }
    return text.replaceFirst("/+$", "");
  }

  private static void require(boolean inRange) {
    if (!inRange) {
      throw new IllegalArgumentException();
    }
  }
}
