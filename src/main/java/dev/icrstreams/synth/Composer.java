package dev.icrstreams.synth;

import dev.icrstreams.field.Box;
import java.util.List;
import java.util.stream.IntStream;

/** Puts number, form and margins together to a page. */
final class Composer {
  private static final double FURNISHED = 0.6;

  private final GlyphSource glyphs;

  Composer(GlyphSource glyphs) {
    this.glyphs = glyphs;
  }

  Page compose(Recipe recipe, String number, WriterStyle style, double skew, SeededRandom random) {
    List<Glyph> drawn = glyphs.draw(number, style, random);
    Furniture furniture = furniture(recipe, random);
    int places = number.isEmpty() ? random.range(3, 9) : number.length();
    List<Box> cells = List.of();
    List<Placement> line;
    if (furniture.hasCells()) {
      int spare = random.chance(0.3) ? random.range(1, 3) : 0;
      int first = random.chance(0.5) ? spare : 0;
      cells = Furniture.cells(places + spare, style, random);
      line = Line.inCells(drawn, cells.subList(first, first + drawn.size()), style, random);
    } else {
      boolean touching = recipe.content() == Recipe.Content.TOUCHING_NUMBER;
      line = Line.free(drawn, style, touching, random);
    }
    Box written =
        extent(line, List.of(), new Box(0, 0, width(places, style), (int) style.height()));
    Box content = extent(line, cells, written);
    return page(recipe, furniture, line, cells, written, content, style, skew, random);
  }

  private static Page page(
      Recipe recipe,
      Furniture furniture,
      List<Placement> line,
      List<Box> cells,
      Box written,
      Box content,
      WriterStyle style,
      double skew,
      SeededRandom random) {
    double height = style.height();
    int left = (int) (height * random.between(0.2, 0.9)) - content.x();
    int top = (int) (height * random.between(0.22, 0.55)) - content.y();
    int width = content.right() + left + (int) (height * random.between(0.2, 0.9));
    int bottom = content.bottom() + top + (int) (height * random.between(0.25, 0.55));
    Plane ink = new Plane(width, bottom);
    Plane print = new Plane(width, bottom);
    Rotation turn = new Rotation(skew, width, bottom);
    Box area = moved(written, left, top);
    if (recipe.content() == Recipe.Content.SCRIBBLE) {
      Scribble.drawAny(random).draw(ink, area, style.strokePixels(), random);
      ink.turn(turn);
    }
    List<Box> digits = line.stream().map(digit -> digit.moved(left, top).draw(ink, turn)).toList();
    furniture.print(
        print, area, cells.stream().map(cell -> moved(cell, left, top)).toList(), random);
    print.turn(turn);
    return new Page(ink, print, digits, List.of());
  }

  private static Furniture furniture(Recipe recipe, SeededRandom random) {
    if (recipe.hasNumber() || !random.chance(FURNISHED)) {
      return recipe.furniture();
    }
    return Furniture.PRINTED.get(random.range(0, Furniture.PRINTED.size() - 1));
  }

  private static int width(int places, WriterStyle style) {
    return (int) (places * style.height() * (0.55 + style.gap()));
  }

  private static Box extent(List<Placement> line, List<Box> cells, Box ifNone) {
    return IntStream.range(0, line.size() + cells.size())
        .mapToObj(i -> i < line.size() ? line.get(i).box() : cells.get(i - line.size()))
        .reduce(Box::union)
        .orElse(ifNone);
  }

  private static Box moved(Box box, int right, int down) {
    return new Box(box.x() + right, box.y() + down, box.width(), box.height());
  }
}
