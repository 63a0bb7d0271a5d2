package dev.icrstreams.client;

import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.Origin;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Counts the law that every input record has exactly one answer. People's answers stand outside it.
 * For one thread.
 */
public final class Conservation {
  private final Set<Origin> produced = new HashSet<>();
  private final Map<Origin, Integer> answers = new HashMap<>();
  private final Map<Route, Integer> byRoute = new EnumMap<>(Route.class);

  /** An input record was produced. */
  public void produced(Origin origin) {
    produced.add(origin);
  }

  /** An answer arrived. */
  public void arrived(Result result) {
    if (!result.human()) {
      answers.merge(result.origin(), 1, Integer::sum);
      byRoute.merge(result.route(), 1, Integer::sum);
    }
  }

  /** Inputs that nothing answered. */
  public long lost() {
    return produced.stream().filter(origin -> !answers.containsKey(origin)).count();
  }

  /** Answers beyond an input's first. */
  public int duplicated() {
    return answers.values().stream().mapToInt(count -> count - 1).sum();
  }

  /** Whether every input has exactly one answer. */
  public boolean balances() {
    return lost() == 0 && duplicated() == 0 && answers.keySet().equals(produced);
  }

  /** One line: {@code 60 in = 51 recognized + 6 review + 3 rejected; lost 0, duplicated 0}. */
  @Override
  public String toString() {
    int recognized = count(Route.ACCEPTED) + count(Route.BLANK);
    return produced.size()
        + " in = "
        + recognized
        + " recognized + "
        + count(Route.REVIEW)
        + " review + "
        + count(Route.REJECTED)
        + " rejected; lost "
        + lost()
        + ", duplicated "
        + duplicated();
  }

  private int count(Route route) {
    return byRoute.getOrDefault(route, 0);
  }
}
