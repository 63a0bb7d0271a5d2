package dev.icrstreams.synth;

import dev.icrstreams.data.ShippedDigits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The sixty sample fields that ship with the project, composed from the shipped digits. {@code
 * ./icr synth --recipe samples --out src/main/resources/samples} makes the same files again.
 */
public final class Samples {
  /** What {@code --recipe} calls them. */
  public static final String NAME = "samples";

  /** The seed that they were made with. */
  public static final long SEED = 18;

  private static final String FOLDER = "/samples/";

  /**
   * One sample.
   *
   * @param file its file name
   * @param image the file's bytes; given away, not copied
   * @param number what is written; empty if it holds no number
   */
  public record Sample(String file, byte[] image, String number) {}

  private Samples() {}

  /** All samples, in the order of their names' numbers. */
  public static List<Sample> all() {
    List<Sample> samples = new ArrayList<>();
    String labels = new String(resource("labels.tsv"), StandardCharsets.UTF_8);
    labels
        .lines()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .forEach(columns -> samples.add(new Sample(columns[0], resource(columns[0]), columns[1])));
    return samples;
  }

  /** Makes them anew. */
  public static List<LabelledField> generate(long seed) {
    FieldSynthesizer synthesizer =
        new FieldSynthesizer(ShippedDigits.load(), RecipeMix.MIXED, seed);
    List<LabelledField> fields = new ArrayList<>();
    for (Recipe recipe : recipes()) {
      fields.add(synthesizer.generate(fields.size() + 1, recipe));
    }
    return fields;
  }

  private static List<Recipe> recipes() {
    List<Recipe> recipes = new ArrayList<>();
    add(recipes, 22, Recipe.CLEAN);
    add(recipes, 9, Recipe.BOXED);
    add(recipes, 5, Recipe.COMBED);
    add(recipes, 5, Recipe.UNDERLINED);
    add(recipes, 6, Recipe.NOISY);
    add(recipes, 3, Recipe.INVERTED);
    add(recipes, 3, Recipe.TOUCHING);
    add(recipes, 2, Recipe.BLANK);
    add(recipes, 2, Recipe.SCRIBBLE);
    add(recipes, 2, Recipe.TRUNCATED);
    add(recipes, 1, Recipe.NOT_AN_IMAGE);
    return recipes;
  }

  private static void add(List<Recipe> recipes, int count, Recipe recipe) {
    for (int i = 0; i < count; i++) {
      recipes.add(recipe);
    }
  }

  private static byte[] resource(String file) {
    try (InputStream in = Samples.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IOException("the jar lacks " + FOLDER + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
