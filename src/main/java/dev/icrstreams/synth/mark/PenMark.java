package dev.icrstreams.synth.mark;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Separator.Kind;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.Rotation;
import java.util.List;

/**
 * A mark that is no digit, before the page is turned. Immutable.
 *
 * @param afterDigit how many digits stand before it
 * @param strokes what it is drawn with; none for a gap
 * @param gap where the gap is; null for what has strokes
 * @param printed whether the form has it, not the pen
 */
public record PenMark(
    int afterDigit, Kind kind, List<PenStroke> strokes, Box gap, boolean printed) {
  /** A mark of the pen. */
  public static PenMark of(int afterDigit, Kind kind, PenStroke... strokes) {
    return new PenMark(afterDigit, kind, List.of(strokes), null, false);
  }

  /** Paper that is left free between two digits. */
  public static PenMark gap(int afterDigit, Box gap) {
    return new PenMark(afterDigit, Kind.SPACE, List.of(), gap, false);
  }

  /** The same mark as a part of the form. */
  public PenMark asPrint() {
    return new PenMark(afterDigit, kind, strokes, gap, true);
  }

  /** The same mark of a number that has lost a digit before it. */
  public PenMark beforeOneLess() {
    return new PenMark(afterDigit - 1, kind, strokes, gap, printed);
  }

  /** The same mark so many pixels further right and down. */
  public PenMark moved(int right, int down) {
    Box there =
        gap == null ? null : new Box(gap.x() + right, gap.y() + down, gap.width(), gap.height());
    return new PenMark(
        afterDigit,
        kind,
        strokes.stream().map(stroke -> stroke.moved(right, down)).toList(),
        there,
        printed);
  }

  /** The pixels that it takes up. */
  public Box box() {
    return gap != null
        ? gap
        : strokes.stream().map(PenStroke::box).reduce(Box::union).orElseThrow();
  }

  /** Draws it on a page that is turned, and tells what can be seen of it there. */
  public Mark draw(Plane ink, Plane print, Rotation turn) {
    List<PenStroke> turned = strokes.stream().map(stroke -> stroke.turned(turn)).toList();
    turned.forEach(stroke -> stroke.draw(printed ? print : ink));
    Box box =
        gap == null
            ? turned.stream().map(PenStroke::box).reduce(Box::union).orElseThrow()
            : turned(gap, turn);
    int left = Math.max(0, Math.min(ink.width - 1, box.x()));
    int top = Math.max(0, Math.min(ink.height - 1, box.y()));
    int right = Math.max(left + 1, Math.min(ink.width, box.right()));
    int bottom = Math.max(top + 1, Math.min(ink.height, box.bottom()));
    return new Mark(afterDigit, kind, new Box(left, top, right - left, bottom - top));
  }

  private static Box turned(Box box, Rotation turn) {
    double x = box.x() + box.width() / 2.0;
    double y = box.y() + box.height() / 2.0;
    return new Box(
        (int) Math.round(turn.targetX(x, y) - box.width() / 2.0),
        (int) Math.round(turn.targetY(x, y) - box.height() / 2.0),
        box.width(),
        box.height());
  }
}
