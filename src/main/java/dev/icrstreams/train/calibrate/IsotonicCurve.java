package dev.icrstreams.train.calibrate;

import dev.icrstreams.read.confidence.Calibration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Isotonic regression by pooling adjacent violators (Ayer, Brunk, Ewing, Reid and Silverman, 1955;
 * for calibration: Zadrozny and Elkan, 2002), over bins of equal count.
 */
final class IsotonicCurve {
  private static final int SMALLEST_BIN = 100;

  private IsotonicCurve() {}

  /** Fields with neighbouring scores. */
  private record Block(double scores, int right, int count) {
    Block and(Block other) {
      return new Block(scores + other.scores, right + other.right, count + other.count);
    }

    double score() {
      return scores / count;
    }

    /** Half a right and half a wrong field are added, so that nothing becomes certain. */
    double probability() {
      return (right + 0.5) / (count + 1);
    }
  }

  /**
   * The rising curve through these trials.
   *
   * @param scores rising
   * @param right whether each was right
   */
  static List<Calibration.Point> fit(double[] scores, List<Boolean> right) {
    Deque<Block> blocks = new ArrayDeque<>();
    int bins = Math.max(1, Math.min(200, scores.length / SMALLEST_BIN));
    for (int bin = 0; bin < bins; bin++) {
      int end = (int) ((bin + 1L) * scores.length / bins);
      Block block = new Block(0, 0, 0);
      for (int i = (int) ((long) bin * scores.length / bins); i < end; i++) {
        block = block.and(new Block(scores[i], right.get(i) ? 1 : 0, 1));
      }
      while (!blocks.isEmpty() && blocks.getLast().probability() >= block.probability()) {
        block = blocks.removeLast().and(block);
      }
      blocks.addLast(block);
    }
    return blocks.stream()
        .filter(block -> block.count() > 0)
        .map(block -> new Calibration.Point(block.score(), block.probability()))
        .toList();
  }
}
