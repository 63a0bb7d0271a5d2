package dev.icrstreams.synth.writing;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Separator.Kind;
import dev.icrstreams.synth.mark.PenMark;
import dev.icrstreams.synth.mark.PenStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the pen leaves of a number, and what a form prints into it.
 *
 * @param digits in the number's order
 * @param joins strokes that lead from a digit into the next
 * @param marks what is no digit
 * @param struckOut digits that do not count
 */
public record Writing(
    List<Placement> digits, List<PenStroke> joins, List<PenMark> marks, List<Placement> struckOut) {
  /** With all digits counting. */
  public Writing(List<Placement> digits, List<PenStroke> joins, List<PenMark> marks) {
    this(digits, joins, marks, List.of());
  }

  /** The same with more marks. */
  Writing with(List<PenMark> more) {
    return new Writing(
        digits, joins, Stream.concat(marks.stream(), more.stream()).toList(), struckOut);
  }

  /** The same without one of the digits, which these strokes go through. */
  Writing struckOut(int index, List<PenStroke> strokes) {
    List<Placement> left = new ArrayList<>(digits);
    Placement struck = left.remove(index);
    List<PenMark> moved = new ArrayList<>();
    for (PenMark mark : marks) {
      moved.add(mark.afterDigit() > index ? mark.beforeOneLess() : mark);
    }
    moved.add(PenMark.of(index, Kind.OTHER, strokes.toArray(PenStroke[]::new)));
    return new Writing(
        left, joins, moved, Stream.concat(struckOut.stream(), Stream.of(struck)).toList());
  }

  /** The same so many pixels further right and down. */
  public Writing moved(int right, int down) {
    return new Writing(
        digits.stream().map(digit -> digit.moved(right, down)).toList(),
        joins.stream().map(stroke -> stroke.moved(right, down)).toList(),
        marks.stream().map(mark -> mark.moved(right, down)).toList(),
        struckOut.stream().map(digit -> digit.moved(right, down)).toList());
  }

  /** The pixels that all of it takes up; another box if nothing is written. */
  public Box extentOr(Box ifNone) {
    return Stream.of(
            digits.stream().map(Placement::box),
            struckOut.stream().map(Placement::box),
            joins.stream().map(PenStroke::box),
            marks.stream().map(PenMark::box))
        .flatMap(boxes -> boxes)
        .reduce(Box::union)
        .orElse(ifNone);
  }
}
