package dev.icrstreams.form.geometry;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.image.ink.Components;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The dark pieces of a page that are of a mark's size. */
public final class Blobs {
  /** A corner's far quarter is empty, but for what noise puts there. */
  private static final double MOST_FAR = 0.03;

  private final Components components;
  private final List<Integer> labels = new ArrayList<>();
  private final List<Blob> blobs = new ArrayList<>();

  /** Pieces with a box between these sides, in pixels. */
  public Blobs(Ink dark, double least, double most) {
    components = Components.of(dark);
    for (int label = 1; label <= components.count(); label++) {
      Box box = components.box(label);
      int shorter = Math.min(box.width(), box.height());
      int longer = Math.max(box.width(), box.height());
      if (shorter >= least && longer <= most) {
        labels.add(label);
        blobs.add(Blob.of(components, label));
      }
    }
  }

  /** Those that could be such a mark, each with the point that it marks. */
  public List<Seen> like(Mark.Shape shape, double outX, double outY) {
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; i < blobs.size(); i++) {
      Blob blob = blobs.get(i);
      if (blob.is(shape)) {
        Optional<Seen> found =
            shape == Mark.Shape.CORNER
                ? vertex(labels.get(i), blob, outX, outY)
                : Optional.of(new Seen(blob.x(), blob.y(), blob.size(shape)));
        found.ifPresent(seen::add);
      }
    }
    return seen;
  }

  /**
   * A mark in the scan.
   *
   * @param x of the point that it marks, in pixels
   * @param y the same
   * @param size as {@link Mark#size}, in pixels
   */
  public record Seen(double x, double y, double size) {}

  /**
   * The pixel that lies farthest out. That is the vertex however the corner is skewed, if its arms
   * lead inwards: {@code outX} and {@code outY} are -1 or 1.
   */
  private Optional<Seen> vertex(int label, Blob blob, double outX, double outY) {
    Box box = blob.box();
    double bestX = 0;
    double bestY = 0;
    double farthest = Double.NEGATIVE_INFINITY;
    int inward = 0;
    for (int y = box.y(); y < box.y() + box.height(); y++) {
      for (int x = box.x(); x < box.x() + box.width(); x++) {
        if (components.at(x, y) == label) {
          double cornerX = outX > 0 ? x + 1 : x;
          double cornerY = outY > 0 ? y + 1 : y;
          double out = outX * cornerX + outY * cornerY;
          if (out > farthest) {
            farthest = out;
            bestX = cornerX;
            bestY = cornerY;
          }
          double u = outX * (x + 0.5 - box.x() - box.width() / 2.0);
          double v = outY * (y + 0.5 - box.y() - box.height() / 2.0);
          inward += u < 0 && v < 0 ? 1 : 0;
        }
      }
    }
    double size = blob.size(Mark.Shape.CORNER);
    boolean empty = inward <= MOST_FAR * box.width() * box.height();
    return empty ? Optional.of(new Seen(bestX, bestY, size)) : Optional.empty();
  }
}
