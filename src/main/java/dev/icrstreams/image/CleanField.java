package dev.icrstreams.image;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.field.ReviewReason;
import dev.icrstreams.image.ink.Components;
import dev.icrstreams.image.ink.Runs;
import dev.icrstreams.image.ink.StrokeWidth;
import dev.icrstreams.image.plane.Plane;
import dev.icrstreams.image.plane.Turn;
import java.util.List;
import java.util.stream.Stream;

/**
 * A field's ink at working resolution.
 *
 * @param ink what is left after background, printed rules and specks are taken out; a pixel is ink
 *     by {@link Ink#isInk} exactly where it was binarised so
 * @param components the ink's connected components, found once for all who ask for them
 * @param contrast how much darker than the paper around it each pixel is, at the ink's size: 0 is
 *     paper, 1 black; the paper's noise comes out on both sides of 0. Nothing is binarised, nothing
 *     but discs and other lines taken out of it. Given away, not copied
 * @param turn how the field was turned to level it
 * @param cells the form's cells from left to right, in working pixels, sides and ticks between
 *     them: no digit stands in two. None where none were printed or found; a comb's are as high as
 *     its ticks
 * @param strokeWidth typical width of a pen stroke in working pixels; 0 if there is no ink
 * @param part what part of the scan was cleaned, in its pixels
 * @param doubts why what is written may be something else: noise or a stain that may hide ink, ink
 *     of another colour
 */
public record CleanField(
    Ink ink,
    Components components,
    Plane contrast,
    Turn turn,
    List<Box> cells,
    double strokeWidth,
    Box part,
    List<ReviewReason.Code> doubts) {
  /** Whether something else may be written than the ink shows. */
  public boolean isDoubtful() {
    return !doubts.isEmpty();
  }

  /** The same once somebody has taken something out of its ink. */
  CleanField recounted() {
    Components left = Components.of(ink);
    Runs columns = Runs.down(ink.values(), ink.width(), ink.height());
    double stroke = StrokeWidth.of(left.rows(), columns);
    return new CleanField(ink, left, contrast, turn, cells, stroke, part, doubts);
  }

  /** The same with one more reason why something else may be written. */
  public CleanField doubted(ReviewReason.Code reason) {
    List<ReviewReason.Code> all = Stream.concat(doubts.stream(), Stream.of(reason)).toList();
    return new CleanField(ink, components, contrast, turn, cells, strokeWidth, part, all);
  }

  /** The smallest box of the scanned image's pixels around a box of working pixels. */
  public Box toScan(Box turned) {
    Box working = turn.isNone() ? turned : turn.back(turned);
    double scaleX = (double) part.width() / turn.fromWidth();
    double scaleY = (double) part.height() / turn.fromHeight();
    int left = part.x() + (int) Math.floor(working.x() * scaleX + 1e-6);
    int top = part.y() + (int) Math.floor(working.y() * scaleY + 1e-6);
    int right = part.x() + (int) Math.ceil(working.right() * scaleX - 1e-6);
    int bottom = part.y() + (int) Math.ceil(working.bottom() * scaleY - 1e-6);
    return new Box(
        left,
        top,
        Math.max(1, Math.min(part.right(), right) - left),
        Math.max(1, Math.min(part.bottom(), bottom) - top));
  }
}
