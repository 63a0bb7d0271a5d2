package dev.icrstreams.support;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.image.CleanField;
import dev.icrstreams.image.ink.Components;
import dev.icrstreams.image.plane.Plane;
import dev.icrstreams.image.plane.Turn;
import java.util.List;

/** Fields that were not scanned but drawn. */
public final class CleanFields {
  private CleanFields() {}

  /** Level ink without cells, at the size it was drawn in, with nothing to see in the grey. */
  public static CleanField of(Ink ink, double strokeWidth) {
    int width = ink.width();
    int height = ink.height();
    return new CleanField(
        ink,
        Components.of(ink),
        new Plane(width, height),
        Turn.none(width, height),
        List.of(),
        strokeWidth,
        new Box(0, 0, width, height),
        List.of());
  }
}
