package dev.icrstreams.train.tune;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads one range and says what is wrong with it. */
final class RangeReader {
  private static final Set<String> OF_NUMBERS = Set.of("kind", "from", "to");
  private static final Set<String> OF_CHOICE = Set.of("kind", "values");

  private final String where;
  private final JsonNode node;

  RangeReader(String where, JsonNode node) {
    this.where = where;
    this.node = node;
  }

  Range read(String parameter) {
    Range.Kind kind = kind();
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!(kind == Range.Kind.CHOICE ? OF_CHOICE : OF_NUMBERS).contains(key)) {
                throw wrong("a " + node.path("kind").asText() + " range has no " + key);
              }
            });
    if (kind == Range.Kind.CHOICE) {
      return new Range(parameter, kind, 0, 0, false, choices());
    }
    JsonNode from = number("from");
    JsonNode to = number("to");
    if (!(from.doubleValue() < to.doubleValue())) {
      throw wrong("from " + from + " must be below to " + to);
    }
    if (kind == Range.Kind.LOG && from.doubleValue() <= 0) {
      throw wrong("from must be above 0 in a log range, and is " + from);
    }
    boolean whole = from.isInt() && to.isInt();
    return new Range(parameter, kind, from.doubleValue(), to.doubleValue(), whole, List.of());
  }

  private Range.Kind kind() {
    String name = node.path("kind").asText();
    for (Range.Kind kind : Range.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return kind;
      }
    }
    throw wrong("kind must be log, linear or choice" + (name.isEmpty() ? "" : ", and is " + name));
  }

  private List<JsonNode> choices() {
    List<JsonNode> values = new ArrayList<>();
    node.path("values").forEach(values::add);
    if (values.isEmpty()) {
      throw wrong("a choice needs values: [ … ]");
    }
    return values;
  }

  private JsonNode number(String key) {
    JsonNode value = node.path(key);
    if (!value.isNumber()) {
      throw wrong(key + (value.isMissingNode() ? " is missing" : " must be a number: " + value));
    }
    return value;
  }

  private IllegalArgumentException wrong(String reason) {
    return new IllegalArgumentException(where + ": " + reason);
  }
}
