package dev.icrstreams.train.tune;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One choice of values.
 *
 * @param number from 1
 * @param values by parameter, in the ranges' order
 */
public record Trial(int number, Map<String, JsonNode> values) {
  /** Keeps the order. */
  public Trial {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
