package dev.icrstreams.synth.hand;

import dev.icrstreams.synth.hand.Spline.Knot;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * A writer who draws characters stroke by stroke: chooses one shape of every character and keeps to
 * it. Immutable and thread-safe.
 *
 * @param seed what the shapes follow from
 * @param freedom how far they leave the usual ones; 1 is usual, 0 as printed
 * @param unsteadiness how far two of the same character differ; 1 is usual
 * @param pen the same for all strokes
 */
public record Hand(long seed, double freedom, double unsteadiness, Pen pen) {
  /** Hundredths of the height between two steps of a curve. */
  static final double STEP = 4;

  /** Share of writers who keep to a school: a 1 with an upstroke goes with a barred 7. */
  private static final double SCHOOLED = 0.85;

  /** A writer. */
  public static Hand draw(SeededRandom random) {
    return new Hand(
        random.nextLong(),
        random.around(0.95, 0.25, 0.4, 1.45),
        random.around(0.95, 0.3, 0.4, 1.6),
        Pen.draw(random));
  }

  /** The same writer with shapes that leave the usual ones so many times as far. */
  public Hand freer(double times) {
    return new Hand(seed, freedom * times, unsteadiness, pen);
  }

  /** A plotter or a stencil: every character as it stands in the copybook. */
  public static Hand mechanical(SeededRandom random) {
    return new Hand(random.nextLong(), 0, 0, new Pen(0, 0, 0, 1, 1));
  }

  /** One character on a raster of its own, a little paper around it. */
  public Plane character(char character, Proportions proportions, SeededRandom random) {
    return plane(traces(character, proportions, random), proportions, random);
  }

  /** How many shapes this writer could have chosen from. */
  public static int shapesOf(char character) {
    return Allographs.PRINT.of(character).size();
  }

  /** One character in a shape chosen by its number. */
  public Plane character(char character, int shape, Proportions proportions, SeededRandom random) {
    Allograph allograph = Allographs.PRINT.of(character).get(shape);
    return plane(traces(allograph, habits(character), proportions, random), proportions, random);
  }

  List<Trace> traces(char character, Proportions proportions, SeededRandom random) {
    SeededRandom habits = habits(character);
    return traces(shape(character, habits), habits, proportions, random);
  }

  /** The writer's own shape; his 7 is of the same school as his 1, mostly. */
  Allograph shape(char character, SeededRandom habits) {
    List<Allograph> shapes = Allographs.PRINT.of(character);
    if (character == '7' && habits.chance(SCHOOLED)) {
      boolean continental = shape('1', habits('1')).continental();
      shapes = shapes.stream().filter(shape -> shape.continental() == continental).toList();
    }
    return choose(shapes, habits);
  }

  List<Trace> traces(
      Allograph allograph, SeededRandom habits, Proportions proportions, SeededRandom random) {
    Deformation own = Deformation.draw(freedom, habits);
    Deformation today = Deformation.draw(0.28 * unsteadiness, random);
    double scale = proportions.height() / 100;
    List<Trace> traces = new ArrayList<>();
    for (Allograph.Stroke stroke : allograph.strokes()) {
      if (!habits.chance(stroke.share())) {
        continue;
      }
      List<Knot> knots = new ArrayList<>();
      for (Allograph.Point point : stroke.points()) {
        if (habits.chance(point.share())) {
          knots.add(own.apply(new Knot(point.x(), point.y(), point.corner()), habits));
        }
      }
      knots = own.bent(knots, habits);
      knots.replaceAll(knot -> placed(today.apply(knot, random), proportions, scale));
      Trace trace = Spline.through(knots, STEP * scale);
      double start = 2.2 * freedom * habits.gaussian() + 1.2 * unsteadiness * random.gaussian();
      double end = 2.2 * freedom * habits.gaussian() + 1.2 * unsteadiness * random.gaussian();
      traces.add(
          trace.shaken(0.45 * unsteadiness * scale, random).extended(scale * start, scale * end));
    }
    return traces;
  }

  SeededRandom habits(char character) {
    return new SeededRandom(seed, character);
  }

  private Plane plane(List<Trace> traces, Proportions proportions, SeededRandom random) {
    double room = proportions.strokePixels() + 2;
    double left = Trace.left(traces) - room;
    double top = Trace.top(traces) - room;
    Plane plane =
        new Plane(
            (int) Math.ceil(Trace.right(traces) + room - left),
            (int) Math.ceil(Trace.bottom(traces) + room - top));
    traces.forEach(
        trace -> pen.draw(plane, trace, -left, -top, proportions.strokePixels(), random));
    return plane;
  }

  static Knot placed(Knot knot, Proportions proportions, double scale) {
    double x = scale * (knot.x() * proportions.aspect() - proportions.slant() * (knot.y() - 50));
    return new Knot(x, scale * knot.y(), knot.corner());
  }

  private static Allograph choose(List<Allograph> shapes, SeededRandom random) {
    double left = random.uniform() * shapes.stream().mapToDouble(Allograph::weight).sum();
    for (Allograph shape : shapes) {
      left -= shape.weight();
      if (left < 0) {
        return shape;
      }
    }
    return shapes.get(shapes.size() - 1);
  }
}
