package dev.icrstreams.train.run;

import java.util.Arrays;
import java.util.List;

/**
 * What the test set said about the model as it was written; asked once, with nothing left to
 * choose.
 *
 * @param set its name
 * @param confusion how many images of a label (first index) were taken for which (second)
 * @param loss mean cross-entropy; null if the model has no probabilities
 * @param digitsPerSecond speed while testing
 * @param reliability confidence against truth, by rising confidence; empty without confidences
 * @param worst images that were taken wrong, the surest first, at most {@value #MOST}
 */
public record Test(
    String set,
    int[][] confusion,
    Double loss,
    double digitsPerSecond,
    List<Bin> reliability,
    List<Miss> worst) {
  /** How many wrong images a run keeps. */
  public static final int MOST = 40;

  /**
   * Images of like confidence.
   *
   * @param from the lowest confidence
   * @param to the highest confidence
   * @param count images
   * @param confidence their mean confidence
   * @param accuracy the share of them that was taken right
   */
  public record Bin(double from, double to, int count, double confidence, double accuracy) {}

  /**
   * An image that was taken for another digit.
   *
   * @param index in the set, from 0
   * @param label what it is
   * @param predicted what it was taken for
   * @param confidence with which probability
   * @param image PNG
   */
  public record Miss(int index, int label, int predicted, double confidence, byte[] image) {
    /** Checks that there is a picture. */
    public Miss {
      Checks.png(image, "image");
    }
  }

  /** Copies the lists and checks that the confusion is square. */
  public Test {
    Checks.present(set, "set");
    reliability = reliability == null ? List.of() : List.copyOf(reliability);
    worst = worst == null ? List.of() : List.copyOf(worst);
    int size = confusion == null ? 0 : confusion.length;
    if (size == 0 || Arrays.stream(confusion).anyMatch(row -> row == null || row.length != size)) {
      throw new IllegalArgumentException("confusion must have a row and a column for every class");
    }
    if (worst.size() > MOST) {
      throw new IllegalArgumentException("worst has " + worst.size() + " images, over " + MOST);
    }
  }

  /** How many images there are. */
  public int images() {
    return Arrays.stream(confusion).flatMapToInt(Arrays::stream).sum();
  }

  /** How many images were taken right. */
  public int right() {
    int right = 0;
    for (int i = 0; i < confusion.length; i++) {
      right += confusion[i][i];
    }
    return right;
  }
}
