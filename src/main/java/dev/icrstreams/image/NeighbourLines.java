package dev.icrstreams.image;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.image.ink.Components;
import dev.icrstreams.image.plane.Plane;
import java.util.ArrayList;
import java.util.List;

/**
 * What the crop shows of the lines above and below: ink that the image's upper or lower side cuts
 * off, and that ends before the line of writing between them begins. Stateless.
 */
final class NeighbourLines {
  /** Of the field's height, how high a digit of the line in the middle is at least. */
  private static final double LEAST_DIGIT = 0.2;

  /** Of the highest digit, how high those are at least that tell where the line runs. */
  private static final double TALL = 0.6;

  /** Of the field's height, how far that line is from a side at least. */
  private static final double ROOM = 0.12;

  /** Of a digit's height, how far another line may reach into this one. */
  private static final double OVERLAP = 0.2;

  /** Of the field's height, how much of another line's digit is seen at least. */
  private static final double PIECE = 0.06;

  /** Its width at most, in heights of the highest digit: what is wider is a rule or a shadow. */
  private static final double WIDEST = 1.5;

  /** Pieces that make a line: one may be a speck, or a stroke of this one. */
  private static final int PIECES = 2;

  /** How far the blur of ink reaches, in pixels. */
  private static final int BLUR = 3;

  private NeighbourLines() {}

  /** The field without them, in place. */
  static CleanField remove(CleanField field) {
    Components components = field.components();
    int height = field.ink().height();
    List<Box> whole =
        components.boxes().stream()
            .filter(box -> box.height() >= LEAST_DIGIT * height && !isCut(box, height))
            .toList();
    double highest = whole.stream().mapToInt(Box::height).max().orElse(0);
    List<Box> digits = whole.stream().filter(box -> box.height() >= TALL * highest).toList();
    if (digits.isEmpty()) {
      return field;
    }
    double reach = OVERLAP * median(digits.stream().mapToInt(Box::height).sorted().toArray());
    double top = median(digits.stream().mapToInt(Box::y).sorted().toArray());
    double bottom = median(digits.stream().mapToInt(Box::bottom).sorted().toArray());
    List<Integer> above = new ArrayList<>();
    List<Integer> below = new ArrayList<>();
    for (int i = 1; i <= components.count(); i++) {
      Box box = components.box(i);
      boolean isPiece = box.height() >= PIECE * height && box.width() <= WIDEST * highest;
      if (isPiece && box.y() <= 0 && top >= ROOM * height && box.bottom() <= top + reach) {
        above.add(i);
      }
      boolean under = bottom <= (1 - ROOM) * height && box.y() >= bottom - reach;
      if (isPiece && box.bottom() >= height && under) {
        below.add(i);
      }
    }
    boolean erased = false;
    for (List<Integer> line : List.of(above, below)) {
      if (line.size() >= PIECES && line.stream().anyMatch(i -> isOver(components.box(i), digits))) {
        line.forEach(piece -> erase(field, piece));
        erased = true;
      }
    }
    return erased ? field.recounted() : field;
  }

  /** Whether a piece stands over or under the digits; what is raised beside them may be cents. */
  private static boolean isOver(Box piece, List<Box> digits) {
    Box line = digits.stream().reduce(Box::union).orElseThrow();
    return piece.x() < line.right() && piece.right() > line.x();
  }

  private static boolean isCut(Box box, int height) {
    return box.y() <= 0 || box.bottom() >= height;
  }

  /** Takes a component out of the ink and of the contrast; what is left is to be recounted. */
  static void erase(CleanField field, int component) {
    Components components = field.components();
    Ink ink = field.ink();
    Plane contrast = field.contrast();
    Box box = components.box(component);
    int right = Math.min(ink.width(), box.right() + BLUR);
    int bottom = Math.min(ink.height(), box.bottom() + BLUR);
    for (int y = Math.max(0, box.y() - BLUR); y < bottom; y++) {
      for (int x = Math.max(0, box.x() - BLUR); x < right; x++) {
        int at = components.at(x, y);
        if (at == component || (at == 0 && isNear(components, component, x, y))) {
          ink.values()[y * ink.width() + x] = 0;
          contrast.values()[y * ink.width() + x] = 0;
        }
      }
    }
  }

  private static boolean isNear(Components components, int component, int x, int y) {
    Box box = components.box(component);
    for (int j = Math.max(box.y(), y - BLUR); j <= Math.min(box.bottom() - 1, y + BLUR); j++) {
      for (int i = Math.max(box.x(), x - BLUR); i <= Math.min(box.right() - 1, x + BLUR); i++) {
        if (components.at(i, j) == component) {
          return true;
        }
      }
    }
    return false;
  }

  private static int median(int[] sorted) {
    return sorted[sorted.length / 2];
  }
}
