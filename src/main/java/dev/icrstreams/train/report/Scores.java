package dev.icrstreams.train.report;

import dev.icrstreams.evaluate.Reliability;
import dev.icrstreams.evaluate.Share;
import dev.icrstreams.train.run.Test;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a test's confusion comes to. Macro figures are the plain means over the classes that the set
 * has images of (Sokolova and Lapalme, "A systematic analysis of performance measures for
 * classification tasks", 2009).
 *
 * @param accuracy images taken right, with its interval
 * @param classes from the first to the last
 */
record Scores(Share accuracy, List<OfClass> classes) {
  /**
   * One class.
   *
   * @param name the digit
   * @param images how many the set has
   * @param precision of the images taken for it, the share that is it; 0 if none was
   * @param recall of its images, the share taken for it
   */
  record OfClass(String name, int images, double precision, double recall) {
    /** The harmonic mean of precision and recall. */
    double f1() {
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
  }

  static Scores of(Test test) {
    int[][] confusion = test.confusion();
    return new Scores(
        new Share(test.right(), test.images()),
        IntStream.range(0, confusion.length)
            .mapToObj(i -> ofClass(confusion, i))
            .filter(each -> each.images() > 0)
            .toList());
  }

  private static OfClass ofClass(int[][] confusion, int i) {
    int images = Arrays.stream(confusion[i]).sum();
    int taken = Arrays.stream(confusion).mapToInt(row -> row[i]).sum();
    return new OfClass(
        name(i), images, share(confusion[i][i], taken), share(confusion[i][i], images));
  }

  /** How a class is called. */
  static String name(int index) {
    return index < 10 ? Integer.toString(index) : "none";
  }

  double precision() {
    return mean(OfClass::precision);
  }

  double recall() {
    return mean(OfClass::recall);
  }

  double f1() {
    return mean(OfClass::f1);
  }

  /** The test's bins as evaluation knows them. */
  static Reliability reliability(Test test) {
    return new Reliability(
        test.reliability().stream()
            .map(
                bin ->
                    new Reliability.Bin(
                        bin.count(),
                        (int) Math.round(bin.accuracy() * bin.count()),
                        bin.confidence() * bin.count()))
            .toList());
  }

  private double mean(ToDoubleFunction<OfClass> figure) {
    return classes.stream().mapToDouble(figure).average().orElse(0);
  }

  private static double share(int count, int of) {
    return of == 0 ? 0 : (double) count / of;
  }
}
