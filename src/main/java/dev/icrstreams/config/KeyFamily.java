package dev.icrstreams.config;

import java.util.Locale;

/**
 * Keys that begin alike and end with a name of the operator's choice.
 *
 * @param prefix how they begin, such as {@code icr.allowed.}
 * @param placeholder what the name is called
 * @param names the names that are possible, as a regular expression
 * @param range what may be written, in words; never nothing
 * @param meaning what they do
 */
public record KeyFamily(
    String prefix, String placeholder, String names, String range, String meaning) {
  /** What a key of this family is called in messages: {@code icr.allowed.NAME}. */
  public String pattern() {
    return prefix + placeholder;
  }

  String environmentName() {
    return prefix.toUpperCase(Locale.ROOT).replace('.', '_') + placeholder;
  }

  boolean holds(String key) {
    return key.startsWith(prefix) && key.substring(prefix.length()).matches(names);
  }
}
