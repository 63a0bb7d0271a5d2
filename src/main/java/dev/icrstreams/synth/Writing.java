package dev.icrstreams.synth;

import dev.icrstreams.field.Box;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the pen leaves of a number, and what a form prints into it.
 *
 * @param digits in the number's order
 * @param joins strokes that lead from a digit into the next
 * @param marks what is no digit
 */
record Writing(List<Placement> digits, List<PenStroke> joins, List<PenMark> marks) {
  Writing moved(int right, int down) {
    return new Writing(
        digits.stream().map(digit -> digit.moved(right, down)).toList(),
        joins.stream().map(stroke -> stroke.moved(right, down)).toList(),
        marks.stream().map(mark -> mark.moved(right, down)).toList());
  }

  Box extentOr(Box ifNone) {
    return Stream.of(
            digits.stream().map(Placement::box),
            joins.stream().map(PenStroke::box),
            marks.stream().map(PenMark::box))
        .flatMap(boxes -> boxes)
        .reduce(Box::union)
        .orElse(ifNone);
  }
}
