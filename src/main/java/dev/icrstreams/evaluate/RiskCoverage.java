package dev.icrstreams.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What accepting every number from some confidence on would mean, for each confidence that occurs
 * (El-Yaniv and Wiener, "On the foundations of noise-free selective classification", JMLR 11,
 * 2010). Readings that a person gets whatever their confidence are never accepted.
 *
 * @param points from the highest confidence to the lowest
 * @param fields all fields, rejected ones and such without a number included
 */
public record RiskCoverage(List<Point> points, int fields) {
  /**
   * One threshold.
   *
   * @param confidence the threshold
   * @param accepted readings at or above it
   * @param wrong how many of these are not the number that is written
   */
  public record Point(double confidence, int accepted, int wrong) {
    /** The error rate among the accepted. */
    public double risk() {
      return (double) wrong / accepted;
    }
  }

  /** Copies the list. */
  public RiskCoverage {
    points = List.copyOf(points);
  }

  /** The curve of some results. */
  public static RiskCoverage of(List<Result> results) {
    List<Result> ranked =
        results.stream()
            .filter(Result::isAcceptable)
            .sorted(
                Comparator.comparingDouble((Result result) -> result.reading().confidence())
                    .reversed())
            .toList();
    List<Point> points = new ArrayList<>();
    int wrong = 0;
    for (int i = 0; i < ranked.size(); i++) {
      wrong += ranked.get(i).isRight() ? 0 : 1;
      double confidence = ranked.get(i).reading().confidence();
      // a threshold cannot part equal confidences
      if (i + 1 == ranked.size() || ranked.get(i + 1).reading().confidence() < confidence) {
        points.add(new Point(confidence, i + 1, wrong));
      }
    }
    return new RiskCoverage(points, results.size());
  }

  /** The largest share of all fields that can be accepted with at most this share of errors. */
  public Share coverageAt(double risk) {
    int accepted = 0;
    for (Point point : points) {
      if (point.risk() <= risk) {
        accepted = point.accepted();
      }
    }
    return new Share(accepted, fields);
  }
}
