package dev.icrstreams.image;

import dev.icrstreams.field.Box;
import java.util.List;

/**
 * The rows that a field's writing takes up.
 *
 * @param top the first
 * @param bottom the row after the last; above {@code top} by a pixel at least
 */
public record TextRows(int top, int bottom) {
  /** What is lower than this share of the field is no digit if something higher is there. */
  private static final double TALL = 0.25;

  /** From the highest to the lowest of the tall components; all rows of a field without ink. */
  public static TextRows of(CleanField field) {
    return of(Writing.of(field.components().boxes(), field.ink().height()), field);
  }

  /** The same once the field is levelled along the line that it is written on. */
  static TextRows along(WrittenLine line, CleanField field) {
    List<Box> pieces = Writing.of(field.components().boxes(), field.ink().height());
    return of(line.levelled(pieces), field);
  }

  private static TextRows of(List<Box> pieces, CleanField field) {
    int height = field.ink().height();
    TextRows tall = of(pieces, TALL * height);
    TextRows any = tall == null ? of(pieces, 0) : tall;
    return any == null ? new TextRows(0, height) : any;
  }

  private static TextRows of(List<Box> pieces, double least) {
    int top = Integer.MAX_VALUE;
    int bottom = Integer.MIN_VALUE;
    for (Box box : pieces) {
      if (box.height() > least) {
        top = Math.min(top, box.y());
        bottom = Math.max(bottom, box.bottom());
      }
    }
    return bottom == Integer.MIN_VALUE ? null : new TextRows(top, bottom);
  }
}
