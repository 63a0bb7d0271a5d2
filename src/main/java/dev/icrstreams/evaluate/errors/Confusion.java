package dev.icrstreams.evaluate.errors;

import dev.icrstreams.evaluate.Alignment.Step;
import dev.icrstreams.evaluate.Result;
import java.util.List;

/**
 * Which digit was taken for which, by the alignment of what is written with what was read. Only
 * fields in which a number is written and one was read count. Where digits were merged or split
 * none of them has a counterpart. Immutable, so threads may share it.
 */
public final class Confusion {
  /** In place of a digit: there is none. */
  public static final int NONE = 10;

  /** Ten digits and {@link #NONE}. */
  public static final int SIZE = 11;

  private final int[][] counts = new int[SIZE][SIZE];

  /** Counts some results' digits. */
  public Confusion(List<Result> results) {
    results.stream()
        .filter(result -> result.hasNumber() && result.isRead())
        .flatMap(result -> result.alignment().steps().stream())
        .forEach(this::add);
  }

  /** How often this digit was written and that one read. */
  public int count(int written, int read) {
    return counts[written][read];
  }

  /** How often this digit was written, or for {@link #NONE}, how many were read in excess. */
  public int written(int written) {
    int sum = 0;
    for (int count : counts[written]) {
      sum += count;
    }
    return sum;
  }

  private void add(Step step) {
    if (step.written().length() == 1 && step.read().length() == 1) {
      counts[step.written().charAt(0) - '0'][step.read().charAt(0) - '0']++;
      return;
    }
    step.written().chars().forEach(digit -> counts[digit - '0'][NONE]++);
    step.read().chars().forEach(digit -> counts[NONE][digit - '0']++);
  }
}
