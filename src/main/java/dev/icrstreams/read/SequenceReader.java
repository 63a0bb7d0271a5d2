package dev.icrstreams.read;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.classify.SequenceClassifier;
import dev.icrstreams.field.Strip;
import dev.icrstreams.image.CleanField;
import dev.icrstreams.image.Views;
import dev.icrstreams.read.columns.Columns;
import dev.icrstreams.read.columns.Columns.ScoredNumber;
import dev.icrstreams.read.columns.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The second reader: looks at the whole field in three views and, unless these agree with
 * certainty, in five more. Holds native memory: for one thread, closed by it.
 */
final class SequenceReader implements AutoCloseable {
  /** What all views read alike is not looked at again if the middle one gives it so much. */
  private static final double CERTAIN = Math.log(0.95);

  private final SequenceClassifier network;
  private final Set<Part> without;

  SequenceReader(DigitModel model, Set<Part> without) {
    this.network = new SequenceClassifier(model);
    this.without = without;
  }

  /** What each view of a field shows, at least one. */
  List<View> read(CleanField field) {
    Views views = Views.of(field, !without.contains(Part.LEVELLING), !without.contains(Part.SLANT));
    if (without.contains(Part.VIEWS)) {
      return look(views.first().subList(0, 1));
    }
    List<View> seen = look(views.first());
    if (!without.contains(Part.SECOND_LOOK) && !agree(seen)) {
      seen.addAll(look(views.further(seen.get(0).columns().guess().length())));
    }
    return seen;
  }

  /**
   * What three views show at a glance: the first one's number, and what the middle one gives it.
   */
  ScoredNumber glance(CleanField field) {
    Views views = Views.of(field, !without.contains(Part.LEVELLING), !without.contains(Part.SLANT));
    List<View> seen = look(views.first());
    String number = seen.get(0).columns().guess();
    return new ScoredNumber(number, middle(seen, number));
  }

  private List<View> look(List<Strip> strips) {
    float[][][] logs = network.logProbabilities(strips);
    List<View> views = new ArrayList<>();
    for (int i = 0; i < logs.length; i++) {
      views.add(new View(strips.get(i), new Columns(logs[i])));
    }
    return views;
  }

  private static boolean agree(List<View> views) {
    String number = views.get(0).columns().guess();
    if (!views.stream().allMatch(view -> view.columns().guess().equals(number))) {
      return false;
    }
    return middle(views, number) >= CERTAIN;
  }

  /** What the middle one of the views gives a number, in nats. */
  private static double middle(List<View> views, String number) {
    double[] logs =
        views.stream()
            .mapToDouble(view -> view.columns().logProbability(number))
            .sorted()
            .toArray();
    return logs[logs.length / 2];
  }

  @Override
  public void close() {
    network.close();
  }
}
