package dev.icrstreams.synth;

import dev.icrstreams.synth.paper.Furniture;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a field is made. The names, in lower case with dashes, are what the command line takes. */
public enum Recipe {
  /** A number on plain paper, well scanned. */
  CLEAN(Content.NUMBER, Furniture.NONE, Quality.GOOD),
  /** A number in printed boxes, a digit each. */
  BOXED(Content.NUMBER, Furniture.BOXES, Quality.GOOD),
  /** A number on a comb: a ruled baseline with ticks between the digits. */
  COMBED(Content.NUMBER, Furniture.COMB, Quality.GOOD),
  /** A number on a printed or dotted rule, or in a frame. */
  UNDERLINED(Content.NUMBER, Furniture.UNDERLINE, Quality.GOOD),
  /** A number badly scanned: skew, blur, speckle, shading, low contrast, noise. */
  NOISY(Content.NUMBER, Furniture.NONE, Quality.DEGRADED),
  /** White ink on black, as negatives from microfilm are. */
  INVERTED(Content.NUMBER, Furniture.NONE, Quality.NEGATIVE),
  /** A number whose digits run into each other. */
  TOUCHING(Content.TOUCHING_NUMBER, Furniture.NONE, Quality.GOOD),
  /**
   * An amount of money as on cheques: points, commas and closing strokes that are not part of the
   * number, digits close together, on patterned paper or a rule.
   */
  AMOUNT(Content.AMOUNT, Furniture.NONE, Quality.GOOD),
  /**
   * A round amount, as fast as people write it: what ends it are zeros, mostly smaller and rounder
   * than the other digits and run together. Not part of {@code mixed}.
   */
  ROUND(Content.ROUND_AMOUNT, Furniture.NONE, Quality.GOOD),
  /** A number scanned as badly as a person can still read: what {@code noisy} has, and more. */
  DEGRADED(Content.NUMBER, Furniture.NONE, Quality.BAD),
  /**
   * A number that went through a fax, a copier or a scanner set to black and white: strokes thin,
   * broken or thick, coarse, streaks down the page. Not part of {@code mixed}.
   */
  FAXED(Content.NUMBER, Furniture.NONE, Quality.FAXED),
  /**
   * A number on plain paper, well scanned, and around it what scans show besides: wide margins, the
   * dark beside the page, a punch hole or a shadow. Not part of {@code mixed}: no network learns
   * from it.
   */
  MARKED(Content.NUMBER, Furniture.NONE, Quality.MARKED),
  /**
   * A number on paper that has graph lines, a stamp, a fold or the like across it. Not part of
   * {@code mixed}.
   */
  OVERPRINTED(Content.NUMBER, Furniture.NONE, Quality.GOOD),
  /**
   * A number scanned in colour, and around or across it something in another ink: a form, graph
   * lines, a stamp. Either may be the coloured one. Not part of {@code mixed}: no network learns
   * from it.
   */
  COLOURED(Content.NUMBER, Furniture.NONE, Quality.GOOD),
  /**
   * A number with a currency, a unit or a label beside it, printed or by hand. Not part of {@code
   * mixed}.
   */
  DENOMINATED(Content.NUMBER, Furniture.NONE, Quality.GOOD),
  /**
   * A number in parentheses, with a sign beside it, or with a digit too many that is struck out.
   * Not part of {@code mixed}.
   */
  ANNOTATED(Content.NUMBER, Furniture.NONE, Quality.GOOD),
  /**
   * A number in cells that have a pale letter printed in each, such as DDMMYYYY. Not part of {@code
   * mixed}.
   */
  PROMPTED(Content.NUMBER, Furniture.BOXES, Quality.GOOD),
  /**
   * A number whose first or last digit is cut off by the image's side: nobody can tell what it was.
   * Not part of {@code mixed}.
   */
  CROPPED(Content.NUMBER, Furniture.NONE, Quality.GOOD),
  /** Nothing is written; there may be boxes, a comb or a rule. */
  BLANK(Content.NOTHING, Furniture.NONE, Quality.GOOD),
  /** Something is written that is no number. */
  SCRIBBLE(Content.SCRIBBLE, Furniture.NONE, Quality.GOOD),
  /** The first half of an image file. */
  TRUNCATED(Content.NUMBER, Furniture.NONE, Quality.CUT_OFF),
  /** A file that is no image, whatever its name says. */
  NOT_AN_IMAGE(Content.NOTHING, Furniture.NONE, Quality.NO_IMAGE);

  enum Content {
    NUMBER,
    TOUCHING_NUMBER,
    AMOUNT,
    ROUND_AMOUNT,
    NOTHING,
    SCRIBBLE
  }

  enum Quality {
    GOOD,
    DEGRADED,
    BAD,
    FAXED,
    NEGATIVE,
    MARKED,
    CUT_OFF,
    NO_IMAGE
  }

  private final Content content;
  private final Furniture furniture;
  private final Quality quality;

  Recipe(Content content, Furniture furniture, Quality quality) {
    this.content = content;
    this.furniture = furniture;
    this.quality = quality;
  }

  /** Its name for people and the command line, such as {@code not-an-image}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a reader should find a number in the image. */
  public boolean hasNumber() {
    return this != CROPPED
        && content != Content.NOTHING
        && content != Content.SCRIBBLE
        && isImage();
  }

  /** Whether the file can be decoded. */
  public boolean isImage() {
    return quality != Quality.CUT_OFF && quality != Quality.NO_IMAGE;
  }

  /**
   * The recipe of that label.
   *
   * @throws IllegalArgumentException if there is none; the message lists them
   */
  public static Recipe labelled(String label) {
    List<String> labels = Arrays.stream(values()).map(Recipe::label).toList();
    int i = labels.indexOf(label);
    if (i < 0) {
      throw new IllegalArgumentException(
          "no recipe '" + label + "'; there are " + String.join(", ", labels));
    }
    return values()[i];
  }

  /** How often the paper has a pattern of its own. */
  double patterned() {
    return switch (this) {
      case CLEAN, MARKED, TRUNCATED, NOT_AN_IMAGE -> 0;
      case AMOUNT, ROUND -> 0.55;
      case NOISY, DEGRADED -> 0.4;
      default -> 0.2;
    };
  }

  /** How often something from beside the field is in the picture. */
  double intruded() {
    return switch (this) {
      case CLEAN, MARKED, TRUNCATED, NOT_AN_IMAGE -> 0;
      case AMOUNT, ROUND, DEGRADED -> 0.2;
      default -> 0.1;
    };
  }

  Content content() {
    return content;
  }

  Furniture furniture() {
    return furniture;
  }

  Quality quality() {
    return quality;
  }
}
