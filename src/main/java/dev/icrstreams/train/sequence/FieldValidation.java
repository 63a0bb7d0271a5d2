package dev.icrstreams.train.sequence;

import dev.icrstreams.synth.Recipe;
import dev.icrstreams.train.network.Fitter;
import dev.icrstreams.train.network.Network;
import dev.icrstreams.train.sequence.FieldSource.Labelled;
import dev.icrstreams.train.sequence.TrainingField.Sample;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well a network reads fields of held-out digits: best path decoding, the most likely class of
 * every column, repetitions and blanks dropped (A. Graves et al., 2006). For one thread.
 */
final class FieldValidation {
  private static final double MARGIN = 0.15;
  private static final int BLANK = SequenceLayout.CLASSES - 1;

  /**
   * What came of all fields.
   *
   * @param accuracy share of numbers that were read exactly
   * @param loss mean CTC loss of a field in nats
   * @param accuracies the share by recipe
   */
  record Score(double accuracy, double loss, Map<String, Double> accuracies) {}

  private static final class Tally {
    private int right;
    private int fields;

    void add(boolean correct) {
      right += correct ? 1 : 0;
      fields++;
    }

    double share() {
      return (double) right / Math.max(1, fields);
    }
  }

  private final IdentityHashMap<Sample, Recipe> recipes = new IdentityHashMap<>();
  private final List<StripBatch> batches;

  /** Fields wider than those learned from are left out. */
  FieldValidation(List<Labelled> fields, int batch) {
    List<Sample> samples = new ArrayList<>();
    for (Labelled each : fields) {
      Sample sample = each.field().sample(MARGIN, MARGIN, 1);
      if (sample.strip().width() <= StripBatches.MAX_WIDTH) {
        samples.add(sample);
        recipes.put(sample, each.recipe());
      }
    }
    batches = StripBatches.sorted(samples, batch);
  }

  Score score(Network network) {
    Tally all = new Tally();
    Map<String, Tally> byRecipe = new TreeMap<>();
    double loss = 0;
    int losses = 0;
    for (StripBatch batch : batches) {
      float[] logs = network.forward(batch.input(), batch.samples().size(), batch.width());
      Fitter.logSoftmax(logs, SequenceLayout.CLASSES);
      float[] unused = new float[logs.length];
      for (int i = 0; i < batch.samples().size(); i++) {
        Sample sample = batch.samples().get(i);
        double each = batch.loss(i, logs, unused);
        if (!Double.isNaN(each)) {
          loss += each;
          losses++;
        }
        boolean right = isRead(sample.digits(), logs, batch.offset(i), batch.columns());
        all.add(right);
        byRecipe.computeIfAbsent(recipes.get(sample).label(), key -> new Tally()).add(right);
      }
    }
    Map<String, Double> accuracies = new TreeMap<>();
    byRecipe.forEach((recipe, tally) -> accuracies.put(recipe, tally.share()));
    return new Score(all.share(), loss / Math.max(1, losses), accuracies);
  }

  private static boolean isRead(int[] digits, float[] logs, int offset, int columns) {
    int found = 0;
    int before = BLANK;
    for (int column = 0; column < columns; column++) {
      int best = best(logs, offset + column * SequenceLayout.CLASSES);
      if (best != before && best != BLANK) {
        if (found == digits.length || digits[found] != best) {
          return false;
        }
        found++;
      }
      before = best;
    }
    return found == digits.length;
  }

  private static int best(float[] logs, int from) {
    int best = 0;
    for (int c = 1; c < SequenceLayout.CLASSES; c++) {
      best = logs[from + c] > logs[from + best] ? c : best;
    }
    return best;
  }
}
