package dev.icrstreams.evaluate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How what was read came from what is written, digit by digit. Among the alignments with the fewest
 * edits in Levenshtein's sense it is one that touches the fewest places, where two neighbours taken
 * for one digit, or one digit taken for two, are one place: the merges and splits of Esakov,
 * Lopresti and Sandberg, "Classification and distribution of optical character recognition errors",
 * SPIE 2181, 1994. Two digits of which one was read as it is and the other not at all are no merge
 * but a missed digit: the numbers alone cannot tell these apart.
 *
 * @param steps from left to right
 */
public record Alignment(List<Step> steps) {
  /** What became of a digit. */
  public enum Kind {
    /** Read as it is written. */
    KEPT(1, 1, 0),
    /** Read as another digit. */
    SUBSTITUTED(1, 1, 1),
    /** Written, but not read. */
    MISSED(1, 0, 1),
    /** Read where none is written. */
    EXTRA(0, 1, 1),
    /** Two written digits read as one that is neither. */
    MERGED(2, 1, 2),
    /** One written digit read as two others. */
    SPLIT(1, 2, 2);

    private final int written;
    private final int read;
    private final int edits;

    Kind(int written, int read, int edits) {
      this.written = written;
      this.read = read;
      this.edits = edits;
    }

    private boolean fits(String writtenDigits, String readDigits) {
      return switch (this) {
        case KEPT -> writtenDigits.equals(readDigits);
        case MISSED, EXTRA -> true;
        case SUBSTITUTED -> !writtenDigits.equals(readDigits);
        case MERGED -> !writtenDigits.contains(readDigits);
        case SPLIT -> !readDigits.contains(writtenDigits);
      };
    }
  }

  /**
   * One place.
   *
   * @param kind what happened there
   * @param written the digits written there
   * @param read the digits read there
   */
  public record Step(Kind kind, String written, String read) {}

  /** One edit outweighs any number of places. */
  private static final long EDIT = 1L << 20;

  /** Copies the list. */
  public Alignment {
    steps = List.copyOf(steps);
  }

  /** Aligns two numbers, either of which may be empty. */
  public static Alignment of(String written, String read) {
    int rows = written.length() + 1;
    int columns = read.length() + 1;
    long[][] cost = new long[rows][columns];
    Step[][] last = new Step[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = i == 0 ? 1 : 0; j < columns; j++) {
        cost[i][j] = Long.MAX_VALUE;
        for (Kind kind : Kind.values()) {
          reach(cost, last, i, j, kind, written, read);
        }
      }
    }
    Deque<Step> steps = new ArrayDeque<>();
    int i = written.length();
    int j = read.length();
    while (i > 0 || j > 0) {
      Step step = last[i][j];
      steps.addFirst(step);
      i -= step.kind().written;
      j -= step.kind().read;
    }
    return new Alignment(List.copyOf(steps));
  }

  /** Levenshtein's distance: the fewest digits to substitute, insert or delete. */
  public int edits() {
    return steps.stream().mapToInt(step -> step.kind().edits).sum();
  }

  private static void reach(
      long[][] cost, Step[][] last, int i, int j, Kind kind, String written, String read) {
    int fromI = i - kind.written;
    int fromJ = j - kind.read;
    if (fromI < 0 || fromJ < 0) {
      return;
    }
    Step step = new Step(kind, written.substring(fromI, i), read.substring(fromJ, j));
    long there = cost[fromI][fromJ] + kind.edits * EDIT + (kind == Kind.KEPT ? 0 : 1);
    if (kind.fits(step.written(), step.read()) && there < cost[i][j]) {
      cost[i][j] = there;
      last[i][j] = step;
    }
  }
}
