package dev.icrstreams.config;

import java.util.List;
import java.util.Locale;

/** Which keys hold secrets, by Kafka's manner of naming them. */
final class Secrets {
  static final String MASK = "********";

  private static final List<String> MARKS =
      List.of(
          "password",
          "passphrase",
          "secret",
          "jaas",
          "token",
          "credential",
          "keystore.key",
          "private",
          "user.info");

  private Secrets() {}

  static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return MARKS.stream().anyMatch(lower::contains);
  }
}
