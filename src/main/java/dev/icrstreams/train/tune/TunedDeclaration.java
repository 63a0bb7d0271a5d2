package dev.icrstreams.train.tune;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A declaration with values put in. A parameter is the way to it: {@code training.rate}, {@code
 * layers[3].dropout} for the third layer, {@code layers[*].dropout} for every layer that has one.
 * Immutable.
 */
public final class TunedDeclaration {
  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)(?:\\[(\\d{1,4}|\\*)])?");
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .build();

  private final ObjectNode root;

  private TunedDeclaration(ObjectNode root) {
    this.root = root;
  }

  /**
   * A declaration as it is.
   *
   * @throws IllegalArgumentException if it is no YAML of keys and values
   */
  public static TunedDeclaration parse(String yaml) {
    try {
      if (YAML.readTree(yaml) instanceof ObjectNode object) {
        return new TunedDeclaration(object);
      }
      throw new IllegalArgumentException("a declaration must be keys and their values");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  /**
   * The declaration with these values; a key that it does not have is added.
   *
   * @throws IllegalArgumentException if there is no place for one
   */
  public TunedDeclaration with(Map<String, JsonNode> values) {
    ObjectNode changed = root.deepCopy();
    values.forEach((parameter, value) -> set(changed, parameter, value));
    return new TunedDeclaration(changed);
  }

  /** As YAML; comments are lost. */
  public String yaml() {
    try {
      return YAML.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(ObjectNode root, String parameter, JsonNode value) {
    List<ObjectNode> places = List.of(root);
    String[] steps = parameter.split("\\.", -1);
    for (int i = 0; i < steps.length - 1; i++) {
      List<ObjectNode> next = new ArrayList<>();
      for (ObjectNode place : places) {
        next.addAll(below(place, steps[i], parameter));
      }
      places = next;
    }
    String key = steps[steps.length - 1];
    boolean everywhere = parameter.contains("[*]");
    long count = places.stream().filter(place -> !everywhere || place.has(key)).count();
    if (count == 0 || !STEP.matcher(key).matches() || key.endsWith("]")) {
      throw new IllegalArgumentException("the declaration has no place for " + parameter);
    }
    places.stream()
        .filter(place -> !everywhere || place.has(key))
        .forEach(place -> place.set(key, value));
  }

  private static List<ObjectNode> below(ObjectNode place, String step, String parameter) {
    Matcher matcher = STEP.matcher(step);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not the way to a parameter: " + parameter);
    }
    JsonNode child = place.get(matcher.group(1));
    List<ObjectNode> found = new ArrayList<>();
    if (matcher.group(2) == null) {
      if (child == null) {
        found.add(place.putObject(matcher.group(1)));
      } else if (child instanceof ObjectNode object) {
        found.add(object);
      }
    } else if (child instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        boolean wanted =
            matcher.group(2).equals("*") || Integer.parseInt(matcher.group(2)) == i + 1;
        if (wanted && list.get(i) instanceof ObjectNode object) {
          found.add(object);
        }
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException("the declaration has no place for " + parameter);
    }
    return found;
  }
}
