package dev.icrstreams.segment.cut;

import dev.icrstreams.field.Box;
import dev.icrstreams.segment.piece.Labels;
import dev.icrstreams.segment.piece.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts digits that touch, at seams that cross little ink: what is too wide to be one digit into the
 * pieces whose shapes are likeliest and, where the classifier will tell which pieces and runs of
 * pieces are digits, at all other good seams too (over-segmentation: R. G. Casey and E. Lecolinet,
 * "A survey of methods and strategies in character segmentation", 1996).
 */
public final class Cutter {
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

  /** Cuts the pieces of a field whose pen draws so wide, in working pixels. */
  public Cutter(Labels labels, double strokeWidth, Cuts cuts) {
    this.labels = labels;
    this.stroke = Math.max(1, strokeWidth);
    this.freely = cuts == Cuts.EVERY_GOOD;
  }

  /** The pieces of a part from left to right; the part itself where it is not too wide. */
  public List<Part> pieces(Part part) {
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
    float[] prices = Seam.prices(mask, holes);
    int step = (int) Math.max(2, stroke / 2);
    int reach = (int) (BAND * box.height());
    for (int column = box.x() + 2 * step; column < box.right() - 2 * step; column += step) {
      Seam seam = Seam.around(box, mask, holes, prices, column, reach);
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
    Heights heights = new Heights(part.box(), mask);
    for (int i = 1; i <= n + 1; i++) {
      cost[i] = Double.MAX_VALUE;
      double here = i > n ? 0 : cost(part, seams.get(i - 1));
      int[] high = heights.upTo(at, i);
      for (int j = 0; j < i; j++) {
        // no shape costs less than nothing
        if (cost[j] + here >= cost[i]) {
          continue;
        }
        double total = cost[j] + shape(part.box(), at[i] - at[j], high[j]) + here;
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
  private double shape(Box box, double wide, int high) {
    if (wide < 1.5 * stroke || high < 0.4 * box.height()) {
      return 1e6;
    }
    double off = Math.log(wide / high / USUAL_ASPECT) / SPREAD;
    return off > 0 ? off * off : off * off / 2;
  }

  /** How many rows the ink between two columns of a part takes up. */
  private static final class Heights {
    private final Box box;
    private final int[] top;
    private final int[] bottom;

    Heights(Box box, boolean[] mask) {
      this.box = box;
      top = new int[box.width()];
      bottom = new int[box.width()];
      Arrays.fill(top, box.height());
      for (int y = 0; y < box.height(); y++) {
        for (int x = 0; x < box.width(); x++) {
          if (mask[y * box.width() + x]) {
            top[x] = Math.min(top[x], y);
            bottom[x] = y + 1;
          }
        }
      }
    }

    /** Rows from the first inked one to the last between each earlier column and the i-th. */
    int[] upTo(double[] at, int i) {
      int[] high = new int[i];
      int first = box.height();
      int last = 0;
      int x = (int) at[i] - box.x();
      for (int j = i - 1; j >= 0; j--) {
        while (x > (int) at[j] - box.x()) {
          x--;
          first = Math.min(first, top[x]);
          last = Math.max(last, bottom[x]);
        }
        high[j] = last - first;
      }
      return high;
    }
  }
}
