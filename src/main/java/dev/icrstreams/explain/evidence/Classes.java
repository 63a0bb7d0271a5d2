package dev.icrstreams.explain.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What the network said of a candidate, as the search used it. */
public final class Classes {
  private Classes() {}

  /** The likeliest outputs of a candidate, best first. */
  public static List<Integer> top(Explanation of, int candidate, int most) {
    double[] logs = of.seen().logProbabilities()[candidate];
    return IntStream.range(0, logs.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer output) -> -logs[output]))
        .limit(most)
        .toList();
  }

  /** The calibrated probability, 0 to 1, of one of a candidate's classes. */
  public static double probability(Explanation of, int candidate, int output) {
    return Math.exp(of.seen().logProbabilities()[candidate][output]);
  }
}
