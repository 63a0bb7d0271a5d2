package dev.icrstreams.segment;

import dev.icrstreams.field.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts digits that touch, at seams that cross little ink: what is too wide to be one digit into the
 * pieces whose shapes are likeliest and, where the classifier will tell which pieces and runs of
 * pieces are digits, at all other good seams too (over-segmentation: R. G. Casey and E. Lecolinet,
 * "A survey of methods and strategies in character segmentation", 1996).
 */
final class Cutter {
  private static final double LEAST_ASPECT = 0.9;
  private static final double LEAST_ASPECT_FREELY = 0.75;
  private static final double USUAL_ASPECT = 0.72;
  private static final double SPREAD = 0.33;
  private static final double CUT_COST = 2.2;
  private static final double INK_COST = 1.5;
  private static final double HOLE_COST = 5;
  private static final double MOST_STROKES = 2.6;
  private static final double BAND = 0.22;

  /** Least distance of two seams, as a share of the height: about half of a narrow digit. */
  private static final double APART = 0.25;

  /** What a seam beside the likeliest cuts may cost. */
  private static final double MOST_COST = 6;

  private final Labels labels;
  private final double stroke;
  private final boolean freely;

  Cutter(Labels labels, double strokeWidth, Cuts cuts) {
    this.labels = labels;
    this.stroke = Math.max(1, strokeWidth);
    this.freely = cuts == Cuts.EVERY_GOOD;
  }

  /** The pieces of a part from left to right; the part itself where it is not too wide. */
  List<Part> pieces(Part part) {
    Box box = part.box();
    double least = freely ? LEAST_ASPECT_FREELY : LEAST_ASPECT;
    if (box.width() < least * box.height() || box.height() < 4 * stroke) {
      return List.of(part);
    }
    boolean[] mask = labels.mask(part);
    List<Seam> all = seams(part, mask);
    List<Seam> likeliest = best(part, mask, all);
    List<int[]> chosen =
        (freely ? andOthers(part, likeliest, all) : likeliest).stream().map(Seam::columns).toList();
    return chosen.isEmpty() ? List.of(part) : labels.cut(part, chosen);
  }

  /** The likeliest seams and, cheapest first, all others that stand apart from those chosen. */
  private List<Seam> andOthers(Part part, List<Seam> likeliest, List<Seam> all) {
    Box box = part.box();
    double apart = Math.max(1.5 * stroke, APART * box.height());
    List<Seam> cheapest = new ArrayList<>(all);
    cheapest.sort(Comparator.comparingDouble(seam -> cost(part, seam)));
    List<Seam> chosen = new ArrayList<>(likeliest);
    for (Seam seam : cheapest) {
      boolean clear =
          seam.middle() - box.x() >= apart / 2
              && box.right() - seam.middle() >= apart / 2
              && chosen.stream().allMatch(c -> Math.abs(c.middle() - seam.middle()) >= apart);
      if (clear && cost(part, seam) <= MOST_COST) {
        chosen.add(seam);
      }
    }
    chosen.sort(Comparator.comparingDouble(Seam::middle));
    return chosen;
  }

  private List<Seam> seams(Part part, boolean[] mask) {
    Box box = part.box();
    List<Seam> seams = new ArrayList<>();
    boolean[] holes = Labels.holes(box, mask);
    int step = (int) Math.max(2, stroke / 2);
    int reach = (int) (BAND * box.height());
    for (int column = box.x() + 2 * step; column < box.right() - 2 * step; column += step) {
      Seam seam = Seam.around(box, mask, holes, column, reach);
      if (seam.ink() <= MOST_STROKES * stroke) {
        seams.add(seam);
      }
    }
    seams.sort((a, b) -> Double.compare(a.middle(), b.middle()));
    return seams;
  }

  /** The cheapest way through the seams, from the part's left end to its right. */
  private List<Seam> best(Part part, boolean[] mask, List<Seam> seams) {
    int n = seams.size();
    double[] cost = new double[n + 2];
    int[] from = new int[n + 2];
    double[] at = new double[n + 2];
    at[0] = part.box().x();
    at[n + 1] = part.box().right();
    for (int i = 0; i < n; i++) {
      at[i + 1] = seams.get(i).middle();
    }
    for (int i = 1; i <= n + 1; i++) {
      cost[i] = Double.MAX_VALUE;
      double here = i > n ? 0 : cost(part, seams.get(i - 1));
      for (int j = 0; j < i; j++) {
        double total = cost[j] + shape(part.box(), mask, at[j], at[i]) + here;
        if (total < cost[i]) {
          cost[i] = total;
          from[i] = j;
        }
      }
    }
    List<Seam> chosen = new ArrayList<>();
    for (int i = from[n + 1]; i > 0; i = from[i]) {
      chosen.add(0, seams.get(i - 1));
    }
    return chosen;
  }

  /** A seam through a loop more likely cuts a zero in two than two digits apart. */
  private double cost(Part part, Seam seam) {
    return CUT_COST
        + INK_COST * seam.ink() / stroke
        + HOLE_COST * seam.enclosed() / part.box().height();
  }

  /** How unlike a digit's the proportions of the ink between two columns are. */
  private double shape(Box box, boolean[] mask, double left, double right) {
    if (right - left < 1.5 * stroke) {
      return 1e6;
    }
    int top = box.height();
    int bottom = 0;
    for (int y = 0; y < box.height(); y++) {
      for (int x = (int) left - box.x(); x < (int) right - box.x(); x++) {
        if (mask[y * box.width() + x]) {
          top = Math.min(top, y);
          bottom = y + 1;
          break;
        }
      }
    }
    if (bottom - top < 0.4 * box.height()) {
      return 1e6;
    }
    double off = Math.log((right - left) / (bottom - top) / USUAL_ASPECT) / SPREAD;
    return off > 0 ? off * off : off * off / 2;
  }
}
