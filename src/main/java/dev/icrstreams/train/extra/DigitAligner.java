package dev.icrstreams.train.extra;

import dev.icrstreams.classify.DigitClassifier;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.CheckDigit;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.read.SearchListener;
import dev.icrstreams.read.columns.View;
import dev.icrstreams.read.fuse.FusedNumber;
import dev.icrstreams.segment.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Finds where the digits of a labelled number stand: the likeliest way through the lattice that
 * spells it (forced alignment, as speech recognition calls it: L. R. Rabiner, "A tutorial on hidden
 * Markov models and selected applications in speech recognition", 1989). A digit that the network
 * misreads is what there is to learn, so a way is believed in not for its probability alone, but
 * because the reader of whole fields sees the same digits at the same places, and the lattice half
 * of them. For one field, on one thread.
 */
public final class DigitAligner {
  /** So far outside of its segment, in heights of it, may the other reader see a digit. */
  private static final double REACH = 0.15;

  /** Of the digits, those that may be read as something else; one may always be. */
  private static final double UNLIKE = 0.5;

  private static final double CLEAR = Math.log(0.5);

  private final ExtraField field;
  private double[][] logs = new double[0][];
  private List<View> views = List.of();
  private List<FusedNumber> numbers = List.of();

  private DigitAligner(ExtraField field) {
    this.field = field;
  }

  /**
   * The candidates that are the digits of the field's number, from left to right, as indices into
   * the lattice.
   *
   * @throws UnusableFieldException if that is not sure
   */
  public static List<Integer> align(ExtraField field) throws UnusableFieldException {
    return new DigitAligner(field).align();
  }

  private List<Integer> align() throws UnusableFieldException {
    field.read(only(field.number()), listener());
    FusedNumber found =
        numbers.stream()
            .filter(each -> each.number().equals(field.number()) && each.path() != null)
            .findFirst()
            .orElseThrow(
                () -> new UnusableFieldException("its ink cannot be cut into " + field.number()));
    List<Integer> path = found.path().path();
    refuseUnlikely(path);
    refuseOtherPlaces(path);
    if (found.views() == 0) {
      refuseDigitsLeftOut(path);
    }
    return path;
  }

  private static Constraints only(String number) {
    return new Constraints(
        number.length(),
        number.length(),
        number,
        CheckDigit.NONE,
        OptionalLong.empty(),
        OptionalLong.empty(),
        "");
  }

  private SearchListener listener() {
    return new SearchListener() {
      @Override
      public void probabilities(double[][] found) {
        logs = found;
      }

      @Override
      public void views(List<View> found) {
        views = found;
      }

      @Override
      public void fused(List<FusedNumber> found) {
        numbers = found;
      }
    };
  }

  private void refuseUnlikely(List<Integer> path) throws UnusableFieldException {
    long unlike =
        IntStream.range(0, path.size())
            .filter(i -> logs[path.get(i)][field.number().charAt(i) - '0'] < CLEAR)
            .count();
    if (unlike > Math.max(1, UNLIKE * path.size())) {
      throw new UnusableFieldException(
          unlike + " of the " + path.size() + " digits of " + field.number() + " look unlike them");
    }
  }

  private void refuseOtherPlaces(List<Integer> path) throws UnusableFieldException {
    List<Double> middles = middles();
    for (int i = 0; i < path.size(); i++) {
      Box box = candidate(path.get(i)).box();
      double reach = REACH * box.height();
      double at = middles.isEmpty() ? Double.NaN : middles.get(i);
      if (!(at > box.x() - reach && at < box.right() + reach)) {
        throw new UnusableFieldException(
            "the two readers see digit " + (i + 1) + " of " + field.number() + " at other places");
      }
    }
  }

  /** Where the reader of whole fields sees each digit, in columns of the scan. */
  private List<Double> middles() {
    int row = field.segmentation().clean().ink().height() / 2;
    List<Double> middles = new ArrayList<>();
    for (double column : View.middles(field.number(), views)) {
      Box at = new Box((int) column, row, 1, 1);
      Box scanned = field.segmentation().clean().toScan(at);
      middles.add(scanned.x() + scanned.width() / 2.0);
    }
    return middles;
  }

  /** A label that is a digit short would teach that this digit is none. */
  private void refuseDigitsLeftOut(List<Integer> path) throws UnusableFieldException {
    for (int i = 0; i < logs.length; i++) {
      Candidate each = candidate(i);
      boolean taken =
          path.stream()
              .map(this::candidate)
              .anyMatch(digit -> each.from() < digit.to() && digit.from() < each.to());
      if (!taken && isDigit(logs[i])) {
        throw new UnusableFieldException(
            "ink beside the digits of " + field.number() + " looks like one more");
      }
    }
  }

  private static boolean isDigit(double[] classes) {
    return IntStream.range(0, DigitClassifier.NO_DIGIT).anyMatch(d -> classes[d] > CLEAR);
  }

  private Candidate candidate(int index) {
    return field.segmentation().lattice().candidates().get(index);
  }
}
