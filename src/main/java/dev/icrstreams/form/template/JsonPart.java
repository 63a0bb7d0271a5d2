package dev.icrstreams.form.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An object of a JSON file that knows where it is in it.
 *
 * @param path such as {@code fields[2]}; empty for the whole
 * @param node its value
 */
record JsonPart(String path, JsonNode node) {
  /** What is wrong with the file, and where. */
  static final class WrongException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongException(String message) {
      super(message);
    }
  }

  JsonPart {
    if (node == null || !node.isObject()) {
      throw new WrongException((path.isEmpty() ? "the file" : path) + " is no object");
    }
  }

  WrongException wrong(String name, String what) {
    return new WrongException(at(name) + " " + what);
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  void allow(Set<String> names) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name)) {
                throw wrong(
                    name, "is unknown; known are " + String.join(", ", new TreeSet<>(names)));
              }
            });
  }

  public JsonPart part(String name) {
    return new JsonPart(at(name), node.get(name));
  }

  /** The objects of an array; none if it is absent. */
  List<JsonPart> parts(String name) {
    List<JsonPart> parts = new ArrayList<>();
    for (JsonNode element : list(name)) {
      parts.add(new JsonPart(at(name) + "[" + parts.size() + "]", element));
    }
    return parts;
  }

  /** The elements of an array; none if it is absent. */
  public List<JsonNode> list(String name) {
    JsonNode array = node.path(name);
    if (!array.isMissingNode() && !array.isArray()) {
      throw wrong(name, "is no array");
    }
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements;
  }

  public String text(String name) {
    return optionalText(name)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> wrong(name, "is missing or empty"));
  }

  /** A string, or a whole number as one would write it. */
  Optional<String> optionalText(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual() && !value.isIntegralNumber()) {
      throw wrong(name, "is neither a text nor a whole number");
    }
    return Optional.of(value.asText());
  }

  Map<String, String> texts(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (node.has(name)) {
      JsonPart part = part(name);
      part.node.fieldNames().forEachRemaining(key -> texts.put(key, part.text(key)));
    }
    return texts;
  }

  public double number(String name, double least, double most) {
    JsonNode value = node.path(name);
    if (!value.isNumber() || value.asDouble() < least || value.asDouble() > most) {
      throw wrong(
          name,
          (value.isMissingNode() ? "is missing; it is" : "is " + value + ", which is not")
              + " a number from "
              + least
              + " to "
              + most);
    }
    return value.asDouble();
  }

  public double number(String name, double least, double most, double otherwise) {
    return node.has(name) ? number(name, least, most) : otherwise;
  }

  /** One of an enum's names in lower case; {@code otherwise} null: it must be there. */
  <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
    String text = node.path(name).asText("");
    if (!node.has(name) && otherwise != null) {
      return otherwise;
    }
    return Stream.of(type.getEnumConstants())
        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    name,
                    (text.isEmpty() ? "is none of " : "is '" + text + "', none of ")
                        + Stream.of(type.getEnumConstants())
                            .map(value -> value.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))));
  }
}
