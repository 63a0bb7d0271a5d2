package dev.icrstreams.guarantee;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds what was produced against what was committed. Every broken promise becomes a line. For one
 * thread.
 */
public final class GuaranteeChecker {
  private static final int SHOWN = 20;

  private final Map<String, Content> undisturbed;
  private final Map<Origin, Produced> produced = new LinkedHashMap<>();
  private final Map<Origin, List<Answer>> answers = new HashMap<>();
  private final Map<String, Long> lastOffsets = new HashMap<>();
  private final List<String> outOfOrder = new ArrayList<>();
  private long held = -1;

  private record Produced(String key, String sample) {}

  /** Knows what every sample's answer is when nothing goes wrong. */
  GuaranteeChecker(Map<String, Content> undisturbed) {
    this.undisturbed = undisturbed;
  }

  /** A sample was produced under a key. */
  void produced(Origin origin, String key, String sample) {
    produced.put(origin, new Produced(key, sample));
  }

  /** A committed answer, in the order of its output partition. */
  void arrived(Answer answer) {
    answers.computeIfAbsent(answer.origin(), it -> new ArrayList<>(1)).add(answer);
    String lane = answer.place() + "|" + answer.key() + "|" + answer.origin().partition();
    Long before = lastOffsets.put(lane, answer.origin().offset());
    if (before != null && before >= answer.origin().offset()) {
      outOfOrder.add(lane + ": " + answer.origin().offset() + " after " + before);
    }
  }

  /** How many records the input topic holds in the end. */
  void held(long records) {
    held = records;
  }

  /** How many inputs have no answer yet. */
  long missing() {
    return unanswered().size();
  }

  /** The inputs that have no answer yet. */
  List<Origin> unanswered() {
    return produced.keySet().stream().filter(origin -> !isAnswered(origin)).toList();
  }

  boolean isAnswered(Origin origin) {
    return answers.containsKey(origin);
  }

  /** How many inputs have an answer. */
  int answered() {
    return answers.size();
  }

  /** One line for every broken promise; none if all hold. */
  List<String> broken() {
    List<String> lines = new ArrayList<>();
    produced.forEach(
        (origin, field) -> {
          List<Answer> all = answers.getOrDefault(origin, List.of());
          if (all.isEmpty()) {
            lines.add("lost: " + origin + " (" + field.sample() + ")");
          } else if (all.size() > 1) {
            lines.add("duplicated: " + origin + ", " + all.size() + " answers");
          }
          for (Answer answer : all) {
            if (!answer.key().equals(field.key())) {
              lines.add("other key: " + origin + ", " + answer.key() + " for " + field.key());
            }
            Content expected = undisturbed.get(field.sample());
            if (!answer.content().isSameAs(expected)) {
              lines.add("other content: " + origin + ", " + answer.content() + " for " + expected);
            }
          }
        });
    Map<String, Integer> expected = routesOfInputs();
    Map<String, Integer> found = routesOfAnswers();
    if (!expected.equals(found)) {
      lines.add("routes do not add up: " + found + " for " + expected);
    }
    if (held >= 0 && held != produced.size()) {
      lines.add("the input topic holds " + held + " records for " + produced.size() + " produced");
    }
    Set<Origin> unknown = new HashSet<>(answers.keySet());
    unknown.removeAll(produced.keySet());
    unknown.forEach(origin -> lines.add("answers nothing that was produced: " + origin));
    outOfOrder.forEach(line -> lines.add("out of order: " + line));
    return lines;
  }

  /** How many inputs an undisturbed run recognizes, reviews, rejects. */
  private Map<String, Integer> routesOfInputs() {
    Map<String, Integer> routes = new TreeMap<>();
    produced
        .values()
        .forEach(field -> routes.merge(undisturbed.get(field.sample()).route(), 1, Integer::sum));
    return routes;
  }

  private Map<String, Integer> routesOfAnswers() {
    Map<String, Integer> routes = new TreeMap<>();
    answers
        .values()
        .forEach(all -> all.forEach(it -> routes.merge(it.content().route(), 1, Integer::sum)));
    return routes;
  }

  /** Fails with the broken promises, and what led to them. */
  void assertHolds(String context) {
    List<String> broken = broken();
    assertTrue(
        broken.isEmpty(),
        () ->
            context
                + ": "
                + this
                + "\n"
                + String.join("\n", broken.subList(0, Math.min(SHOWN, broken.size()))));
  }

  @Override
  public String toString() {
    long answered = answers.values().stream().mapToLong(List::size).sum();
    long duplicated = answers.values().stream().mapToLong(all -> all.size() - 1L).sum();
    return produced.size()
        + " in, "
        + answered
        + " out "
        + routesOfAnswers()
        + "; lost "
        + missing()
        + ", duplicated "
        + duplicated;
  }
}
