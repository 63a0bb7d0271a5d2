package dev.icrstreams.train.sequence;

import dev.icrstreams.data.DigitSet;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.image.Cleaner;
import dev.icrstreams.synth.DrawnField;
import dev.icrstreams.synth.FieldSynthesizer;
import dev.icrstreams.synth.Recipe;
import dev.icrstreams.synth.RecipeMix;
import dev.icrstreams.synth.style.HandMix;
import dev.icrstreams.train.source.FieldThreads;
import java.util.List;

/**
 * Synthetic fields to learn from. Each depends on the digits, the seed and its index alone.
 * Immutable and thread-safe.
 */
final class FieldSource {
  /** Richer than the recipes' usual mix in what the reader of segments finds hard. */
  private static final RecipeMix MIX =
      RecipeMix.of(Recipe.CLEAN, 10)
          .and(Recipe.BOXED, 12)
          .and(Recipe.COMBED, 9)
          .and(Recipe.UNDERLINED, 10)
          .and(Recipe.NOISY, 9)
          .and(Recipe.INVERTED, 2)
          .and(Recipe.TOUCHING, 14)
          .and(Recipe.AMOUNT, 20)
          .and(Recipe.ROUND, 9)
          .and(Recipe.DEGRADED, 8)
          .and(Recipe.OVERPRINTED, 8)
          .and(Recipe.DENOMINATED, 18)
          .and(Recipe.ANNOTATED, 20)
          .and(Recipe.PROMPTED, 12)
          .and(Recipe.FAXED, 12)
          .and(Recipe.BLANK, 2)
          .and(Recipe.SCRIBBLE, 4);

  /** Mostly drawn hands: they join digits and have shapes that scanned digits lack. */
  private static final HandMix HANDS = new HandMix(0.27, 0.20, 0.53, 1.3, 0.25);

  /** From an index to the one that stands in for it, should its field be unreadable. */
  private static final long STAND_IN = 1_000_000_000L;

  /** A field and how it was made. */
  record Labelled(TrainingField field, Recipe recipe) {}

  private final FieldSynthesizer synthesizer;

  private FieldSource(FieldSynthesizer synthesizer) {
    this.synthesizer = synthesizer;
  }

  /** Fields to learn from. */
  static FieldSource training(DigitSet digits, long seed) {
    return new FieldSource(new FieldSynthesizer(digits, MIX, HANDS, seed));
  }

  /** Fields to measure on: the same recipes, by the hands that calibration uses. */
  static FieldSource validation(DigitSet digits, long seed) {
    return new FieldSource(new FieldSynthesizer(digits, MIX, HandMix.MIXED, seed));
  }

  /** The fields of the indices from {@code from} on; how many threads makes no difference. */
  List<Labelled> make(long from, int count, int threads) throws InterruptedException {
    return FieldThreads.make(
        from,
        count,
        threads,
        () -> {
          Cleaner cleaner = new Cleaner();
          return index -> make(index, cleaner);
        });
  }

  /** The same without how they were made. */
  List<TrainingField> fields(long from, int count, int threads) throws InterruptedException {
    return make(from, count, threads).stream().map(Labelled::field).toList();
  }

  private Labelled make(long index, Cleaner cleaner) {
    for (long at = index; ; at += STAND_IN) {
      try {
        DrawnField drawn = synthesizer.draw(at);
        return new Labelled(
            TrainingField.of(drawn.image(), drawn.number(), drawn.digitBoxes(), cleaner),
            drawn.recipe());
      } catch (RejectedFieldException e) {
        // a reader would reject it as well: nothing to learn from
      }
    }
  }
}
