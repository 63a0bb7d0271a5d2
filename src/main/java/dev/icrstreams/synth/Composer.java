package dev.icrstreams.synth;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Separator.Kind;
import dev.icrstreams.synth.glyph.Glyph;
import dev.icrstreams.synth.glyph.GlyphSource;
import dev.icrstreams.synth.mark.Denomination;
import dev.icrstreams.synth.mark.Mark;
import dev.icrstreams.synth.mark.PenMark;
import dev.icrstreams.synth.mark.PenStroke;
import dev.icrstreams.synth.mark.Punctuation;
import dev.icrstreams.synth.mark.Sign;
import dev.icrstreams.synth.nonnumber.NonNumber;
import dev.icrstreams.synth.paper.Furniture;
import dev.icrstreams.synth.paper.Ground;
import dev.icrstreams.synth.paper.Intrusion;
import dev.icrstreams.synth.paper.Overprint;
import dev.icrstreams.synth.paper.Placeholders;
import dev.icrstreams.synth.paper.Reverse;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.Rotation;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.scan.Page;
import dev.icrstreams.synth.style.WriterStyle;
import dev.icrstreams.synth.writing.Annotations;
import dev.icrstreams.synth.writing.FreeWriting;
import dev.icrstreams.synth.writing.Joins;
import dev.icrstreams.synth.writing.Lettering;
import dev.icrstreams.synth.writing.Line;
import dev.icrstreams.synth.writing.Placement;
import dev.icrstreams.synth.writing.Spacing;
import dev.icrstreams.synth.writing.Writing;
import java.util.ArrayList;
import java.util.List;

/** Puts number, form, paper and margins together to a page. */
final class Composer {
  private static final double FURNISHED = 0.6;

  /** Of empty cells, those with placeholders. */
  private static final double PROMPTED_BLANKS = 0.25;

  /** Of round amounts, those whose zeros are smaller than the digits before them. */
  private static final double SMALL_ZEROS = 0.75;

  private final GlyphSource glyphs;

  Composer(GlyphSource glyphs) {
    this.glyphs = glyphs;
  }

  /** A number as it is written, before the page is cut out around it. */
  private record Draft(Writing writing, Furniture furniture, List<Box> cells, Box written) {}

  /**
   * Composes a page.
   *
   * @param skew degrees it is turned by, clockwise
   */
  Page compose(Recipe recipe, String number, WriterStyle style, double skew, SeededRandom random) {
    if (recipe == Recipe.ANNOTATED) {
      return page(recipe, annotated(number, style, random), style, skew, random);
    }
    List<Glyph> drawn = glyphs(recipe, number, style, random);
    Furniture furniture = furniture(recipe, random);
    int places = number.isEmpty() ? random.range(3, 9) : number.length();
    Box usual = new Box(0, 0, width(places, style), (int) style.height());
    if (furniture.hasCells()) {
      return page(
          recipe,
          inCells(recipe, furniture, drawn, places, usual, style, random),
          style,
          skew,
          random);
    }
    Writing writing =
        drawn.isEmpty()
            ? new Writing(List.of(), List.of(), List.of())
            : hand(recipe, number, style, random).write(number, drawn);
    Draft draft = new Draft(writing, furniture, List.of(), writing.extentOr(usual));
    return page(recipe, draft, style, skew, random);
  }

  private Draft annotated(String number, WriterStyle style, SeededRandom random) {
    Furniture furniture = furniture(Recipe.ANNOTATED, random);
    Writing writing =
        new Annotations(style, random)
            .write(
                number,
                digits ->
                    hand(Recipe.ANNOTATED, digits, style, random)
                        .write(digits, glyphs.draw(digits, style, random)));
    return new Draft(writing, furniture, List.of(), writing.extentOr(null));
  }

  /** The digits to write; those of a round amount end in zeros of a size of their own. */
  private List<Glyph> glyphs(Recipe recipe, String number, WriterStyle style, SeededRandom random) {
    if (recipe.content() != Recipe.Content.ROUND_AMOUNT || !random.chance(SMALL_ZEROS)) {
      return glyphs.draw(number, style, random);
    }
    int zeros = FreeWriting.trailingZeros(number);
    WriterStyle small =
        style.resized(random.between(0.3, 0.85), random.around(1.3, 0.25, 0.9, 1.8));
    List<Glyph> drawn = new ArrayList<>(glyphs.draw(number.substring(0, zeros), style, random));
    drawn.addAll(glyphs.draw(number.substring(zeros), small, random));
    return drawn;
  }

  private static Draft inCells(
      Recipe recipe,
      Furniture furniture,
      List<Glyph> drawn,
      int places,
      Box usual,
      WriterStyle style,
      SeededRandom random) {
    int spare = random.chance(0.3) ? random.range(1, 3) : 0;
    int first = random.chance(0.5) ? spare : 0;
    int apart = drawn.size() > 2 && random.chance(0.15) ? first + drawn.size() - 2 : 0;
    List<Box> cells = Furniture.cells(places + spare, apart, style, random);
    List<Placement> digits =
        Line.inCells(
            drawn, cells.subList(first, first + drawn.size()), random.chance(0.75), random);
    List<PenMark> marks = new ArrayList<>();
    if (apart > 0) {
      marks.add(printed(cells, apart, drawn.size() - 2, random));
    }
    if (recipe == Recipe.DENOMINATED) {
      marks.addAll(besideCells(cells, drawn.size(), style, random));
    }
    Writing writing = new Writing(digits, List.of(), marks);
    return new Draft(writing, furniture, cells, writing.extentOr(usual));
  }

  /** The point, comma or line that a form prints before its cells for cents. */
  private static PenMark printed(List<Box> cells, int apart, int afterDigit, SeededRandom random) {
    Box before = cells.get(apart - 1);
    double x = (before.right() + cells.get(apart).x()) / 2.0;
    double bottom = before.bottom() - 1.0;
    double pen = Math.max(1.5, before.height() * random.between(0.04, 0.08));
    if (random.chance(0.3)) {
      PenStroke line = PenStroke.line(x, before.y(), x, bottom, Math.min(pen, 3));
      return PenMark.of(afterDigit, Kind.OTHER, line).asPrint();
    }
    Sign sign = random.chance(0.5) ? Sign.POINT : Sign.COMMA;
    return sign.mark(afterDigit, x, bottom, before.height() * 0.6, pen, random).asPrint();
  }

  /** The word that a form prints before or behind its cells. */
  private static List<PenMark> besideCells(
      List<Box> cells, int digits, WriterStyle style, SeededRandom random) {
    Denomination words =
        random.chance(0.4) ? Denomination.currency(random) : Denomination.unitOrLabel(random);
    Lettering letters = new Lettering(style, random);
    Box first = cells.get(0);
    Box last = cells.get(cells.size() - 1);
    double foot = last.bottom() - last.height() * random.between(0, 0.3);
    List<PenMark> marks = new ArrayList<>();
    if (!words.before().isEmpty()) {
      PenMark mark = letters.mark(0, words.before(), true, 0, foot);
      marks.add(mark.moved((int) (first.x() - letters.gap() - mark.box().right()), 0));
    }
    if (!words.after().isEmpty()) {
      marks.add(letters.mark(digits, words.after(), true, last.right() + letters.gap(), foot));
    }
    return marks;
  }

  private static FreeWriting hand(
      Recipe recipe, String number, WriterStyle style, SeededRandom random) {
    int digits = number.length();
    boolean round = recipe.content() == Recipe.Content.ROUND_AMOUNT;
    boolean amount = round || recipe.content() == Recipe.Content.AMOUNT;
    boolean clean = recipe == Recipe.CLEAN || recipe == Recipe.TRUNCATED;
    Spacing spacing =
        recipe.content() == Recipe.Content.TOUCHING_NUMBER
            ? Spacing.together(random)
            : amount ? Spacing.any(random) : Spacing.apart(random);
    Punctuation punctuation = Punctuation.none(digits);
    if (round) {
      punctuation = Punctuation.round(digits, random);
    } else if (amount && (digits == 6 || digits == 8) && random.chance(0.12)) {
      punctuation = Punctuation.date(digits, random);
    } else if (amount) {
      punctuation = Punctuation.amount(digits, random);
    } else if (!clean && digits > 4 && random.chance(0.08)) {
      punctuation = Punctuation.grouped(digits, random);
    }
    if (recipe == Recipe.DENOMINATED) {
      punctuation =
          random.chance(0.5)
              ? Punctuation.amount(digits, random).with(Denomination.currency(random))
              : punctuation.with(Denomination.unitOrLabel(random));
    }
    Joins joins =
        round
            ? Joins.betweenZeros(random)
            : clean ? Joins.NONE : Joins.draw(spacing.touches() || amount, random);
    // the zeros of a round amount have their size already
    double smallZeros = round ? 0 : FreeWriting.SMALL_ZEROS;
    return new FreeWriting(style, spacing, joins, punctuation, smallZeros, random);
  }

  private Page page(
      Recipe recipe, Draft draft, WriterStyle style, double skew, SeededRandom random) {
    Box content = draft.cells().stream().reduce(draft.written(), Box::union);
    Margins margins = Margins.draw(recipe, random);
    Crop crop = Crop.of(content, margins, style.height(), skew);
    if (!crop.shows(draft.writing().digits())) {
      crop = Crop.of(content, margins.outside(), style.height(), skew);
    }
    Plane ink = new Plane(crop.width(), crop.height());
    Plane print = new Plane(ink.width, ink.height);
    Plane ground = new Plane(ink.width, ink.height);
    Rotation turn = crop.turn();
    Box area = crop.moved(draft.written());
    draft.furniture().print(print, area, draft.cells().stream().map(crop::moved).toList(), random);
    if (isPrompted(recipe, draft, random)) {
      Placeholders.print(print, draft.cells().stream().map(crop::moved).toList(), random);
    }
    if (random.chance(recipe.intruded())) {
      Intrusion.draw(random).print(print, crop.moved(content), random);
    }
    if (recipe == Recipe.COLOURED) {
      Overprint across = random.chance(0.4) ? Overprint.GRID : Overprint.STAMP;
      across.printBoldly(print, area, random);
    }
    if (recipe == Recipe.OVERPRINTED) {
      Overprint.draw(random).print(print, area, random);
    }
    print.turn(turn);
    if (recipe.content() == Recipe.Content.SCRIBBLE) {
      NonNumber.drawAny(random).draw(ink, area, glyphs, style, random);
      ink.turn(turn);
    }
    Writing writing = draft.writing().moved(crop.left(), crop.top());
    List<Box> digits = writing.digits().stream().map(digit -> digit.draw(ink, turn)).toList();
    writing.struckOut().forEach(digit -> digit.draw(ink, turn));
    writing.joins().forEach(stroke -> stroke.turned(turn).draw(ink));
    List<Mark> marks = writing.marks().stream().map(mark -> mark.draw(ink, print, turn)).toList();
    paper(recipe, ground, writing, random);
    return new Page(ink, print, ground, digits, marks);
  }

  /** Cells that nobody filled in may have placeholders as well. */
  private static boolean isPrompted(Recipe recipe, Draft draft, SeededRandom random) {
    boolean emptyCells = recipe == Recipe.BLANK && !draft.cells().isEmpty();
    return recipe == Recipe.PROMPTED || (emptyCells && random.chance(PROMPTED_BLANKS));
  }

  private static void paper(Recipe recipe, Plane ground, Writing writing, SeededRandom random) {
    if (random.chance(recipe.patterned())) {
      Ground.draw(random).cover(ground, random.between(0.2, 1), random);
      if (random.chance(0.25)) {
        Ground.draw(random).cover(ground, random.between(0.2, 0.7), random);
      }
    }
    if (random.chance(recipe.patterned() * 0.2)) {
      Reverse.show(ground, writing, random);
    }
  }

  private static Furniture furniture(Recipe recipe, SeededRandom random) {
    if (!recipe.hasNumber() && random.chance(FURNISHED)) {
      return Furniture.PRINTED.get(random.range(0, Furniture.PRINTED.size() - 1));
    }
    double which = random.uniform();
    return switch (recipe) {
      case ANNOTATED ->
          which < 0.6 ? Furniture.NONE : which < 0.85 ? Furniture.UNDERLINE : Furniture.FRAME;
      case UNDERLINED -> which < 0.75 ? Furniture.UNDERLINE : Furniture.FRAME;
      case AMOUNT, ROUND ->
          which < 0.5 ? Furniture.NONE : which < 0.82 ? Furniture.UNDERLINE : Furniture.FRAME;
      case PROMPTED -> which < 0.6 ? Furniture.BOXES : Furniture.COMB;
      case DENOMINATED, COLOURED ->
          which < 0.4
              ? Furniture.NONE
              : Furniture.PRINTED.get(random.range(0, Furniture.PRINTED.size() - 1));
      case DEGRADED, FAXED ->
          which < 0.5
              ? Furniture.NONE
              : Furniture.PRINTED.get(random.range(0, Furniture.PRINTED.size() - 1));
      default -> recipe.furniture();
    };
  }

  private static int width(int places, WriterStyle style) {
    return (int) (places * style.height() * (0.55 + style.gap()));
  }
}
