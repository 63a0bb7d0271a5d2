package dev.icrstreams.train.declare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A part of a declaration: its values, each checked as it is asked for. For one thread. */
final class Section {
  private final String file;
  private final String path;
  private final JsonNode node;

  /**
   * @param path how the section is reached, for messages; empty for the whole file
   * @param known every key that it may have
   */
  Section(String file, String path, JsonNode node, String... known) {
    this.file = file;
    this.path = path;
    this.node = node == null || node.isNull() ? MissingNode.getInstance() : node;
    if (!this.node.isMissingNode() && !this.node.isObject()) {
      throw new BadDeclaration(file, path, "must be keys and their values");
    }
    List<String> keys = Arrays.asList(known);
    this.node
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!keys.contains(key)) {
                throw wrong(
                    key,
                    Refusals.reason(key)
                        .orElse("there is no such key; known are " + String.join(", ", keys)));
              }
            });
  }

  BadDeclaration wrong(String key, String reason) {
    return new BadDeclaration(file, path.isEmpty() ? key : path + "." + key, reason);
  }

  boolean has(String key) {
    return node.hasNonNull(key);
  }

  Section section(String key, String... known) {
    return new Section(file, path.isEmpty() ? key : path + "." + key, node.get(key), known);
  }

  String text(String key, String otherwise) {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      if (otherwise == null) {
        throw wrong(key, "is missing");
      }
      return otherwise;
    }
    if (!value.isTextual()) {
      throw wrong(key, "must be a text, and is " + value);
    }
    return value.textValue().strip();
  }

  /** One of an enum's names, in lower case, hyphens for underscores. */
  <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
    String value = text(key, otherwise == null ? null : name(otherwise));
    for (E each : type.getEnumConstants()) {
      if (name(each).equals(value)) {
        return each;
      }
    }
    throw wrong(
        key,
        value
            + " is none of "
            + Arrays.stream(type.getEnumConstants())
                .map(Section::name)
                .collect(Collectors.joining(", ")));
  }

  static String name(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  double number(String key, double otherwise, double lowest, double highest) {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      return otherwise;
    }
    if (!value.isNumber()) {
      throw wrong(key, "must be a number, and is " + value);
    }
    double number = value.doubleValue();
    if (!(number >= lowest && number <= highest)) {
      throw wrong(key, "must be from " + plain(lowest) + " to " + plain(highest) + ": " + value);
    }
    return number;
  }

  int whole(String key, int otherwise, int lowest, int highest) {
    double number = number(key, otherwise, lowest, highest);
    if (number != Math.rint(number)) {
      throw wrong(key, "must be a whole number, and is " + number);
    }
    return (int) number;
  }

  /** One whole number or a list of them; empty if there is none. */
  List<Integer> wholes(String key, int lowest, int highest) {
    JsonNode value = node.get(key);
    List<Integer> numbers = new ArrayList<>();
    if (value != null && !value.isNull()) {
      for (JsonNode each : value.isArray() ? value : List.of(value)) {
        if (!each.isInt() || each.intValue() < lowest || each.intValue() > highest) {
          throw wrong(key, "must be whole numbers from " + lowest + " to " + highest + ": " + each);
        }
        numbers.add(each.intValue());
      }
    }
    return numbers;
  }

  /** Texts of a list. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : node.path(key)) {
      texts.add(each.asText());
    }
    return texts;
  }

  /** The sections of a list; empty if there is none. */
  List<Section> sections(String key, String... known) {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      throw wrong(key, "must be a list");
    }
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      sections.add(new Section(file, key + "[" + (i + 1) + "]", value.get(i), known));
    }
    return sections;
  }

  /** The keys that are there. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
