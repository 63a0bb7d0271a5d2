package dev.icrstreams.synth;

import dev.icrstreams.data.DigitSet;
import dev.icrstreams.field.Box;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Makes synthetic scanned fields. Each depends only on the digits, the seed and its index, so that
 * fields can be made in any order and on any number of threads. Immutable and thread-safe.
 */
public final class FieldSynthesizer {
  private static final byte[] ERROR_PAGE =
      "<html><head><title>502 Bad Gateway</title></head><body>scan-store</body></html>\n"
          .getBytes(StandardCharsets.US_ASCII);

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

  private LabelledField generate(long index, Recipe recipe, String number, SeededRandom random) {
    ScanFormat format = ScanFormat.draw(random);
    String file = String.format("%s-%06d.%s", recipe.label(), index, format.extension());
    if (recipe.quality() == Recipe.Quality.NO_IMAGE) {
      return new LabelledField(file, "", ERROR_PAGE.clone(), List.of(), recipe);
    }
    WriterStyle style = WriterStyle.draw(hands, random);
    Page page = composer.compose(recipe, number, style, random);
    boolean degraded = recipe.quality() == Recipe.Quality.DEGRADED;
    Palette palette = Palette.draw(degraded, random);
    Scan scan = degraded ? Scan.degraded(random) : Scan.good(random);
    Picture picture =
        scan.expose(page, format.isColour() ? palette : palette.grey(), style, random);
    if (recipe.quality() == Recipe.Quality.NEGATIVE) {
      picture = picture.negative();
    }
    byte[] image = format.encode(picture);
    if (recipe.quality() == Recipe.Quality.CUT_OFF) {
      return new LabelledField(file, "", Arrays.copyOf(image, image.length / 2), List.of(), recipe);
    }
    return new LabelledField(file, number, image, boxes(page, scan), recipe);
  }

  private static String drawNumber(Recipe recipe, SeededRandom random) {
    return switch (recipe.content()) {
      case NUMBER -> Numbers.drawAny(random);
      case TOUCHING_NUMBER -> {
        String number = Numbers.drawAny(random);
        yield number.length() > 1 ? number : number + Numbers.ZIP.draw(random);
      }
      case NOTHING, SCRIBBLE -> "";
    };
  }

  private static List<Box> boxes(Page page, Scan scan) {
    int width = page.width();
    int height = page.height();
    return page.digits().stream()
        .map(digit -> digit.box(scan.rotation(width, height), width, height))
        .toList();
  }
}
