package dev.icrstreams.train.course;

/**
 * Remembers the best epoch and says when to stop waiting for a better one. Deeplearning4j's own
 * early stopping reported a best score of 0 and is not used.
 */
final class EarlyStopping {
  private final int patience;
  private double bestAccuracy = Double.NEGATIVE_INFINITY;
  private double bestLoss;
  private int bestEpoch;
  private int epoch;

  EarlyStopping(int patience) {
    this.patience = patience;
  }

  /** Takes an epoch's result; true if it is the best so far. A tie goes to the smaller loss. */
  boolean better(double accuracy, double loss) {
    epoch++;
    if (accuracy > bestAccuracy || (accuracy == bestAccuracy && loss < bestLoss)) {
      bestAccuracy = accuracy;
      bestLoss = loss;
      bestEpoch = epoch;
      return true;
    }
    return false;
  }

  /** Whether the best is so many epochs ago that training should end. */
  boolean exhausted() {
    return epoch - bestEpoch >= patience;
  }

  double bestAccuracy() {
    return bestAccuracy;
  }

  /** What it remembers, for a pause. */
  Memory memory() {
    return new Memory(epoch, bestEpoch, bestEpoch == 0 ? 0 : bestAccuracy, bestLoss);
  }

  /** Goes on where another one stood. */
  void restore(Memory memory) {
    epoch = memory.epoch();
    bestEpoch = memory.bestEpoch();
    bestAccuracy = bestEpoch == 0 ? Double.NEGATIVE_INFINITY : memory.bestAccuracy();
    bestLoss = memory.bestLoss();
  }

  /**
   * What is known of the epochs so far.
   *
   * @param epoch how many
   * @param bestEpoch the best one; 0 before the first
   */
  record Memory(int epoch, int bestEpoch, double bestAccuracy, double bestLoss) {}

  /** The best epoch, counted from 1; 0 before the first. */
  int bestEpoch() {
    return bestEpoch;
  }
}
