package dev.icrstreams.synth.hand;

import dev.icrstreams.synth.hand.Spline.Knot;
import dev.icrstreams.synth.raster.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * How a shape differs from the copybook's.
 *
 * @param width stretched by this
 * @param height stretched by this, the foot staying on the line
 * @param waist above 1 the upper half grows and the lower one shrinks, below 1 the other way round
 * @param flare how much wider the foot is than the head
 * @param turn radians, clockwise
 * @param bow how far straight strokes bend, as a share of their length
 * @param scatter standard deviation of every point, in hundredths of the height
 */
record Deformation(
    double width,
    double height,
    double waist,
    double flare,
    double turn,
    double bow,
    double scatter) {
  static Deformation draw(double amount, SeededRandom random) {
    return new Deformation(
        1 + amount * random.around(0, 0.12, -0.26, 0.36),
        1 + amount * random.around(0, 0.06, -0.2, 0.1),
        1 + amount * random.around(0, 0.13, -0.25, 0.3),
        amount * random.around(0, 0.12, -0.3, 0.3),
        amount * random.around(0, 0.04, -0.1, 0.1),
        amount * 0.035,
        amount * 2);
  }

  Knot apply(Knot knot, SeededRandom random) {
    double share = knot.y() / 100;
    double down = share > 0 && share < 1 ? StrictMath.pow(share, 1 / waist) : share;
    double y = 100 - height * (100 - 100 * down);
    double x = width * (30 + (knot.x() - 30) * (1 + flare * (share - 0.5)));
    x += scatter * random.gaussian();
    y += scatter * random.gaussian();
    return new Knot(x - turn * (y - 50), y + turn * (x - 30), knot.corner());
  }

  /** Straight strokes get a middle that is a little off. */
  List<Knot> bent(List<Knot> knots, SeededRandom random) {
    List<Knot> bent = new ArrayList<>();
    for (int i = 0; i < knots.size(); i++) {
      Knot from = knots.get(i);
      bent.add(from);
      boolean last = i + 1 == knots.size();
      if (!last
          && (i == 0 || from.corner())
          && (i + 2 == knots.size() || knots.get(i + 1).corner())) {
        Knot to = knots.get(i + 1);
        double off = bow * random.gaussian();
        bent.add(
            new Knot(
                (from.x() + to.x()) / 2 + off * (to.y() - from.y()),
                (from.y() + to.y()) / 2 - off * (to.x() - from.x()),
                false));
      }
    }
    return bent;
  }
}
