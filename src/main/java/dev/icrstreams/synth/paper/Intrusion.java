package dev.icrstreams.synth.paper;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.mark.PenStroke;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;

/** What a crop takes in from beside the field. It keeps clear of the writing. */
public enum Intrusion {
  /** A small line of print above or below. */
  LABEL {
    @Override
    public void print(Plane print, Box written, SeededRandom random) {
      double size = Math.max(6, written.height() * random.between(0.16, 0.34));
      boolean above = random.chance(0.6);
      // at the very edge, so that some of it is cut off
      double y =
          above ? -size * random.between(0, 0.5) : print.height - size * random.between(0.5, 1);
      double gap = above ? written.y() - y - size : y - written.bottom();
      if (gap > 2) {
        double left = random.between(-size, print.width * 0.4);
        double right = Math.min(print.width + size, left + print.width * random.between(0.2, 0.9));
        Scribbled.text(print, left, y, right, size, random);
      }
    }
  },
  /** The edge of a neighbouring box or a rule of the form. */
  RULE {
    @Override
    public void print(Plane print, Box written, SeededRandom random) {
      Rule rule = Rule.draw(random);
      double inset = random.between(0, 3);
      switch (random.range(0, 3)) {
        case 0 -> rule.line(print, 0, inset, print.width, inset);
        case 1 ->
            rule.line(print, 0, print.height - 1 - inset, print.width, print.height - 1 - inset);
        case 2 -> {
          if (written.x() > inset + 4) {
            rule.line(print, inset, 0, inset, print.height);
          }
        }
        default -> {
          if (written.right() < print.width - inset - 4) {
            rule.line(print, print.width - 1 - inset, 0, print.width - 1 - inset, print.height);
          }
        }
      }
    }
  },
  /** The ends of strokes of the line above or below. */
  STROKES {
    @Override
    public void print(Plane print, Box written, SeededRandom random) {
      boolean above = random.chance(0.5);
      double room = above ? written.y() - 3.0 : print.height - written.bottom() - 3.0;
      double reach = Math.min(room, written.height() * random.between(0.05, 0.25));
      double edge = above ? 0 : print.height;
      double pen = Math.max(1.2, written.height() * 0.07);
      if (reach < 2) {
        return;
      }
      for (int i = random.range(1, 4); i > 0; i--) {
        double x = random.between(0, print.width);
        double tip = edge + (above ? reach : -reach) * random.between(0.4, 1);
        double lean = reach * random.between(-0.7, 0.7);
        PenStroke.curve(x, edge, x + lean, 2 * tip - edge, x + 2 * lean, edge, pen).draw(print);
      }
    }
  };

  /**
   * Prints it.
   *
   * @param written what it keeps clear of, in pixels of the plane
   */
  public abstract void print(Plane print, Box written, SeededRandom random);

  /** Any of them. */
  public static Intrusion draw(SeededRandom random) {
    return values()[random.range(0, values().length - 1)];
  }
}
