package dev.icrstreams.train.tune;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The ranges that a search draws from, as one YAML file declares them. Immutable. */
public final class SearchSpace {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final List<Range> ranges;

  private SearchSpace(List<Range> ranges) {
    this.ranges = List.copyOf(ranges);
  }

  /**
   * Reads ranges: under each parameter {@code {kind: log | linear, from: …, to: …}} or {@code
   * {kind: choice, values: […]}}.
   *
   * @param name of the file, for messages
   * @throws IllegalArgumentException naming file, parameter and mistake
   */
  public static SearchSpace parse(String name, String yaml) {
    JsonNode root;
    try {
      root = YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      String reason = e.getOriginalMessage().lines().findFirst().orElse("");
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new IllegalArgumentException(name + ", line " + line + ": " + reason, e);
    }
    if (!root.isObject() || root.isEmpty()) {
      throw new IllegalArgumentException(
          name
              + ": must be parameters, each with its range, such as"
              + " training.rate: {kind: log, from: 0.0001, to: 0.01}");
    }
    List<Range> ranges = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : root.properties()) {
      String where = name + ": " + each.getKey();
      ranges.add(new RangeReader(where, each.getValue()).read(each.getKey()));
    }
    return new SearchSpace(ranges);
  }

  /**
   * The ranges that ship with a network, as YAML; empty if none do.
   *
   * @param network its name
   */
  public static Optional<String> shipped(String network) {
    String resource = "/model/ranges/" + network + ".yml";
    try (InputStream in = SearchSpace.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  /** The parameters, as declared. */
  public List<String> parameters() {
    return ranges.stream().map(Range::parameter).toList();
  }

  /**
   * The first so many trials of a seed. More of them begin with the same.
   *
   * @param count how many
   */
  public List<Trial> trials(int count, long seed) {
    SplittableRandom seeds = new SplittableRandom(seed);
    List<Trial> trials = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      SplittableRandom random = seeds.split();
      Map<String, JsonNode> values = new LinkedHashMap<>();
      ranges.forEach(range -> values.put(range.parameter(), range.sample(random)));
      trials.add(new Trial(number, values));
    }
    return trials;
  }
}
