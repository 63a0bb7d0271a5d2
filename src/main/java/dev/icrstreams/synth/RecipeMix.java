package dev.icrstreams.synth;

import dev.icrstreams.synth.raster.SeededRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Recipes with their shares. Immutable.
 *
 * @param shares any positive numbers; what counts is their proportion
 */
public record RecipeMix(Map<Recipe, Double> shares) {
  /** The mix named {@code mixed}: every kind of image that can be decoded. */
  public static final RecipeMix MIXED =
      RecipeMix.of(Recipe.CLEAN, 20)
          .and(Recipe.BOXED, 14)
          .and(Recipe.COMBED, 8)
          .and(Recipe.UNDERLINED, 9)
          .and(Recipe.NOISY, 10)
          .and(Recipe.INVERTED, 4)
          .and(Recipe.TOUCHING, 11)
          .and(Recipe.AMOUNT, 14)
          .and(Recipe.DEGRADED, 6)
          .and(Recipe.BLANK, 3)
          .and(Recipe.SCRIBBLE, 7);

  /** Copies the map, keeping its order: a seed must give the same field every time. */
  public RecipeMix {
    if (shares.isEmpty() || shares.values().stream().anyMatch(share -> !(share > 0))) {
      throw new IllegalArgumentException("a mix needs recipes with positive shares: " + shares);
    }
    shares = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(shares));
  }

  /** One recipe alone, to begin a mix with. */
  public static RecipeMix of(Recipe recipe, double share) {
    return new RecipeMix(Map.of(recipe, share));
  }

  /** This mix and a share of one more recipe. */
  public RecipeMix and(Recipe recipe, double share) {
    Map<Recipe, Double> more = new LinkedHashMap<>(shares);
    more.merge(recipe, share, Double::sum);
    return new RecipeMix(more);
  }

  /**
   * The mix that a command line names: {@code mixed}, or labels of recipes with commas between
   * them, in equal shares.
   *
   * @throws IllegalArgumentException if a name is unknown; the message lists the recipes
   */
  public static RecipeMix named(String names) {
    if (names.equals("mixed")) {
      return MIXED;
    }
    Map<Recipe, Double> shares = new LinkedHashMap<>();
    Arrays.stream(names.split(",", -1))
        .forEach(name -> shares.merge(Recipe.labelled(name.strip()), 1.0, Double::sum));
    return new RecipeMix(shares);
  }

  Recipe draw(SeededRandom random) {
    double total = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    double left = random.uniform() * total;
    Recipe last = null;
    for (Map.Entry<Recipe, Double> entry : shares.entrySet()) {
      last = entry.getKey();
      left -= entry.getValue();
      if (left < 0) {
        break;
      }
    }
    return last;
  }
}
