package dev.icrstreams.synth;

import dev.icrstreams.data.DigitSet;
import dev.icrstreams.field.Box;
import dev.icrstreams.synth.glyph.GlyphSource;
import dev.icrstreams.synth.mark.Mark;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.scan.Cropping;
import dev.icrstreams.synth.scan.Facsimile;
import dev.icrstreams.synth.scan.Legibility;
import dev.icrstreams.synth.scan.Page;
import dev.icrstreams.synth.scan.Palette;
import dev.icrstreams.synth.scan.Pen;
import dev.icrstreams.synth.scan.Picture;
import dev.icrstreams.synth.scan.Scan;
import dev.icrstreams.synth.scan.ScanFormat;
import dev.icrstreams.synth.scan.Surroundings;
import dev.icrstreams.synth.style.HandMix;
import dev.icrstreams.synth.style.WriterStyle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Makes synthetic scanned fields. Each depends only on the digits, the seed and its index, so that
 * fields can be made in any order and on any number of threads. Immutable and thread-safe.
 */
public final class FieldSynthesizer {
  private static final byte[] ERROR_PAGE =
      "<html><head><title>502 Bad Gateway</title></head><body>scan-store</body></html>\n"
          .getBytes(StandardCharsets.US_ASCII);

  private static final int ATTEMPTS = 5;

  private final Composer composer;
  private final RecipeMix mix;
  private final HandMix hands;
  private final long seed;

  /**
   * A source of fields.
   *
   * @param digits single digits to compose from; every value from 0 to 9 must occur
   * @throws IllegalArgumentException if a value has no digit
   */
  public FieldSynthesizer(DigitSet digits, RecipeMix mix, long seed) {
    this(digits, mix, HandMix.MIXED, seed);
  }

  /**
   * A source of fields by some hands.
   *
   * @param digits single digits to compose from; every value from 0 to 9 must occur
   * @throws IllegalArgumentException if a value has no digit
   */
  public FieldSynthesizer(DigitSet digits, RecipeMix mix, HandMix hands, long seed) {
    this.composer = new Composer(new GlyphSource(digits));
    this.mix = mix;
    this.hands = hands;
    this.seed = seed;
  }

  /** The field of an index, its recipe drawn from the mix. */
  public LabelledField generate(long index) {
    SeededRandom random = new SeededRandom(seed, index);
    Recipe recipe = mix.draw(random);
    return generate(index, recipe, drawNumber(recipe, random), random);
  }

  /** The field of an index by one recipe. */
  public LabelledField generate(long index, Recipe recipe) {
    SeededRandom random = new SeededRandom(seed, index);
    return generate(index, recipe, drawNumber(recipe, random), random);
  }

  /**
   * The field of an index with a number of one's own.
   *
   * @param recipe one with a number
   * @param number at least one decimal digit
   */
  public LabelledField generate(long index, Recipe recipe, String number) {
    if (!recipe.hasNumber() || !number.matches("[0-9]+")) {
      throw new IllegalArgumentException("no number '" + number + "' for a " + recipe + " field");
    }
    return generate(index, recipe, number, new SeededRandom(seed, index));
  }

  /**
   * The field of an index as a reader sees it once decoded, its recipe drawn from the mix: the
   * pixels of {@link #generate(long)}'s file in a fraction of the time.
   *
   * @throws IllegalArgumentException if the recipe drawn is for files that cannot be decoded
   */
  public DrawnField draw(long index) {
    SeededRandom random = new SeededRandom(seed, index);
    return draw(mix.draw(random), random);
  }

  /** The field of an index by one recipe, decoded; see {@link #draw(long)}. */
  public DrawnField draw(long index, Recipe recipe) {
    return draw(recipe, new SeededRandom(seed, index));
  }

  private DrawnField draw(Recipe recipe, SeededRandom random) {
    if (!recipe.isImage()) {
      throw new IllegalArgumentException("a " + recipe.label() + " field has no pixels to draw");
    }
    String number = drawNumber(recipe, random);
    ScanFormat format = format(recipe, random);
    Scanned scanned = scan(recipe, number, format, random);
    return new DrawnField(
        format.seen(scanned.picture(), scanned.quality()),
        recipe.hasNumber() ? number : "",
        scanned.digits(),
        scanned.marks(),
        recipe);
  }

  private LabelledField generate(long index, Recipe recipe, String number, SeededRandom random) {
    ScanFormat format = format(recipe, random);
    String file = String.format("%s-%06d.%s", recipe.label(), index, format.extension());
    if (recipe.quality() == Recipe.Quality.NO_IMAGE) {
      return new LabelledField(file, "", ERROR_PAGE.clone(), List.of(), recipe);
    }
    Scanned scanned = scan(recipe, number, format, random);
    byte[] image = format.encode(scanned.picture(), scanned.quality());
    if (recipe.quality() == Recipe.Quality.CUT_OFF) {
      return new LabelledField(file, "", Arrays.copyOf(image, image.length / 2), List.of(), recipe);
    }
    return new LabelledField(
        file, recipe.hasNumber() ? number : "", image, scanned.digits(), recipe);
  }

  private static ScanFormat format(Recipe recipe, SeededRandom random) {
    if (recipe.quality() == Recipe.Quality.FAXED && random.chance(0.6)) {
      return ScanFormat.TIFF_G4;
    }
    if (recipe == Recipe.COLOURED) {
      return random.chance(0.5) ? ScanFormat.PNG_COLOUR : ScanFormat.JPEG_COLOUR;
    }
    ScanFormat format = ScanFormat.draw(recipe.quality() == Recipe.Quality.BAD, random);
    // black and white alone, shadows are black
    return recipe.quality() == Recipe.Quality.MARKED && format == ScanFormat.TIFF_G4
        ? ScanFormat.PNG_GREY
        : format;
  }

  /** What the scanner saw, where digits and marks are in it, and how good a JPEG of it is. */
  private record Scanned(Picture picture, List<Box> digits, List<Mark> marks, double quality) {}

  private Scanned scan(Recipe recipe, String number, ScanFormat format, SeededRandom random) {
    WriterStyle style = WriterStyle.draw(hands, random);
    boolean bad = recipe.quality() == Recipe.Quality.BAD;
    boolean degraded = bad || recipe.quality() == Recipe.Quality.DEGRADED;
    Scan scan =
        bad ? Scan.bad(style, random) : degraded ? Scan.degraded(style, random) : Scan.good(random);
    Palette drawn = Palette.draw(degraded, random);
    Palette palette = recipe == Recipe.COLOURED ? drawn.inTwoInks(random) : drawn;
    Pen pen = Pen.draw(recipe.patterned() == 0, random);
    Page page = composer.compose(recipe, number, style, scan.skew(), random);
    Optional<Facsimile> copier =
        recipe.quality() == Recipe.Quality.FAXED
            ? Optional.of(Facsimile.draw(style, random))
            : Optional.empty();
    Picture picture = expose(page, scan, copier, palette, pen, format, style, random);
    if (recipe.quality() == Recipe.Quality.NEGATIVE) {
      picture = picture.negative();
    }
    List<Box> digits = page.digits();
    if (recipe.quality() == Recipe.Quality.MARKED) {
      Surroundings.Framed framed = Surroundings.drawn(picture, random);
      picture = framed.picture();
      digits = digits.stream().map(box -> box.moved(framed.right(), framed.down())).toList();
    }
    if (recipe == Recipe.CROPPED) {
      return new Scanned(
          Cropping.draw(picture, digits, random), List.of(), List.of(), random.between(0.65, 0.95));
    }
    return new Scanned(
        picture,
        digits,
        page.marks(),
        bad ? random.between(0.25, 0.6) : random.between(0.65, 0.95));
  }

  /** A page scanned as badly as may be, but so that its digits can still be told. */
  private static Picture expose(
      Page page,
      Scan scan,
      Optional<Facsimile> copier,
      Palette palette,
      Pen pen,
      ScanFormat format,
      WriterStyle style,
      SeededRandom random) {
    for (int attempt = 1; ; attempt++) {
      Palette seen = format.isColour() ? palette : palette.grey();
      Picture picture = scan.expose(page, seen, pen, style, random);
      if (copier.isPresent()) {
        picture = copier.get().copy(picture, random);
      }
      float[] levels = format.levels(picture);
      boolean legible =
          Legibility.isLegible(page, levels, style)
              && (copier.isEmpty() || Legibility.isWhole(page, levels));
      if (attempt > ATTEMPTS || legible) {
        return picture;
      }
      scan = attempt == ATTEMPTS ? Scan.good(random) : scan.milder();
      copier = copier.map(Facsimile::milder);
      pen = attempt == ATTEMPTS ? Pen.BALL : pen;
      palette = palette.bolder();
    }
  }

  private static String drawNumber(Recipe recipe, SeededRandom random) {
    return switch (recipe.content()) {
      case NUMBER -> Numbers.drawAny(random);
      case AMOUNT -> random.chance(0.85) ? Numbers.AMOUNT.draw(random) : Numbers.drawAny(random);
      case ROUND_AMOUNT -> Numbers.ROUND.draw(random);
      case TOUCHING_NUMBER -> {
        String number = Numbers.drawAny(random);
        yield number.length() > 1 ? number : number + Numbers.ZIP.draw(random);
      }
      case NOTHING, SCRIBBLE -> "";
    };
  }
}
