package dev.icrstreams.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prometheus' text format, and the files under {@code ops} that ask for what it holds. */
public final class Operations {
  private static final Path DASHBOARDS = Path.of("ops/grafana/dashboards");
  private static final Path RULES = Path.of("ops/prometheus");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:icr|kafka|jvm|process|system)_[a-z0-9_]+");
  private static final Pattern RECORDED = Pattern.compile("(?m)^\\s*- record: (\\S+)");
  private static final Pattern EXPRESSION =
      Pattern.compile("(?m)^( +)expr: *\\|?-?\\n?((?:.*)(?:\\n\\1 +.*)*)");

  private Operations() {}

  /** The names of all series. */
  public static Set<String> names(String scraped) {
    return samples(scraped)
        .map(line -> line.split("[{ ]", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names of all metrics, a histogram being one. */
  public static Set<String> families(String scraped) {
    return scraped
        .lines()
        .filter(line -> line.startsWith("# TYPE "))
        .map(line -> line.split(" ", -1)[2])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The sum of a metric's series that have all these labels; there must be one. */
  public static double sum(String scraped, String name, String... labels) {
    List<String> lines =
        samples(scraped)
            .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
            .filter(line -> Stream.of(labels).allMatch(line::contains))
            .toList();
    assertFalse(lines.isEmpty(), name + List.of(labels));
    return lines.stream()
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Every query of every dashboard and rule asks only for these, and for what a rule records. */
  public static void checkQueries(Set<String> exposed) throws IOException {
    Set<String> recorded = new TreeSet<>();
    List<String> queries = new ArrayList<>();
    for (Path file : files(RULES, ".rules.yml")) {
      String text = Files.readString(file);
      RECORDED.matcher(text).results().forEach(match -> recorded.add(match.group(1)));
      List<String> found = EXPRESSION.matcher(text).results().map(match -> match.group(2)).toList();
      assertEquals(text.split("expr:", -1).length - 1, found.size(), file.toString());
      queries.addAll(found);
    }
    for (JsonNode dashboard : dashboards()) {
      dashboard.findValues("expr").forEach(expr -> queries.add(expr.asText()));
    }
    assertTrue(queries.size() > 20, "only " + queries.size() + " queries");
    for (String query : queries) {
      Matcher metric = METRIC.matcher(query);
      while (metric.find()) {
        assertTrue(exposed.contains(metric.group()), metric.group() + " in " + query);
      }
      Matcher rule = Pattern.compile("\\bicr:[a-z0-9_:]+").matcher(query);
      while (rule.find()) {
        assertTrue(recorded.contains(rule.group()), rule.group() + " in " + query);
      }
    }
  }

  /** All dashboards. */
  public static List<JsonNode> dashboards() throws IOException {
    List<JsonNode> all = new ArrayList<>();
    for (Path file : files(DASHBOARDS, ".json")) {
      all.add(JsonMapper.builder().build().readTree(Files.readString(file)));
    }
    assertFalse(all.isEmpty());
    return all;
  }

  private static List<Path> files(Path folder, String end) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> samples(String scraped) {
    return scraped.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
  }
}
