package dev.icrstreams.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** How keys are declared: each goes on the list of all as it is made. */
final class Declarations {
  private static final List<Key<?>> DECLARED = new ArrayList<>();

  private Declarations() {}

  /** All that were declared, in their order. */
  static List<Key<?>> all() {
    return Collections.unmodifiableList(DECLARED);
  }

  static <T> Key<T> key(
      String name, String defaultText, String range, String meaning, Function<String, T> parser) {
    Key<T> key = new Key<>(name, defaultText, range, meaning, parser);
    DECLARED.add(key);
    return key;
  }

  static Key<String> text(String name, String defaultText, String range, String meaning) {
    return key(name, defaultText, range, meaning, text -> text);
  }

  static Key<String> topic(String name, String defaultText, String meaning) {
    return key(
        name,
        defaultText,
        "a topic name: 1 to 249 letters, digits, '.', '_' and '-'",
        meaning,
        Values::topicName);
  }

  static Key<Integer> integer(String name, int defaultValue, int least, int most, String meaning) {
    return key(
        name,
        Integer.toString(defaultValue),
        "a whole number from " + least + " to " + most,
        meaning,
        Values.integer(least, most));
  }

  static Key<Double> decimal(
      String name, double defaultValue, double least, double most, String meaning) {
    return key(
        name,
        Double.toString(defaultValue),
        "a number from " + least + " to " + most,
        meaning,
        Values.decimal(least, most));
  }

  static Key<Integer> retention(Key<String> topic, int days, String what) {
    return key(
        topic.name() + ".retention-days",
        Integer.toString(days),
        "a whole number of days from -1 to 36500",
        "How long "
            + what
            + " stay at least, in days, in a topic that gets created; 0 is the broker's default, -1"
            + " for ever.",
        Values.integer(-1, 36_500));
  }
}
