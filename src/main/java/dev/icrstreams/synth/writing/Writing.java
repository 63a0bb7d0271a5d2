package dev.icrstreams.synth.writing;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.mark.PenMark;
import dev.icrstreams.synth.mark.PenStroke;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the pen leaves of a number, and what a form prints into it.
 *
 * @param digits in the number's order
 * @param joins strokes that lead from a digit into the next
 * @param marks what is no digit
 */
public record Writing(List<Placement> digits, List<PenStroke> joins, List<PenMark> marks) {
  /** The same so many pixels further right and down. */
  public Writing moved(int right, int down) {
    return new Writing(
        digits.stream().map(digit -> digit.moved(right, down)).toList(),
        joins.stream().map(stroke -> stroke.moved(right, down)).toList(),
        marks.stream().map(mark -> mark.moved(right, down)).toList());
  }

  /** The pixels that all of it takes up; another box if nothing is written. */
  public Box extentOr(Box ifNone) {
    return Stream.of(
            digits.stream().map(Placement::box),
            joins.stream().map(PenStroke::box),
            marks.stream().map(PenMark::box))
        .flatMap(boxes -> boxes)
        .reduce(Box::union)
        .orElse(ifNone);
  }
}
