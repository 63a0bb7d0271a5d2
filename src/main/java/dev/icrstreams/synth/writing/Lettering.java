package dev.icrstreams.synth.writing;

import dev.icrstreams.field.Separator.Kind;
import dev.icrstreams.synth.hand.Hand;
import dev.icrstreams.synth.hand.Proportions;
import dev.icrstreams.synth.hand.Words;
import dev.icrstreams.synth.mark.PenMark;
import dev.icrstreams.synth.mark.PenStroke;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.style.WriterStyle;
import java.util.List;

/**
 * Puts words beside numbers: in the writer's own hand, or as the form prints them. Immutable; used
 * by one thread.
 */
public record Lettering(WriterStyle style, SeededRandom random) {
  /**
   * A word whose first column is x and whose baseline is row y.
   *
   * @param afterDigit how many digits stand before it
   * @throws IllegalArgumentException if the hand knows no strokes for a character
   */
  public PenMark mark(int afterDigit, String word, boolean printed, double x, double y) {
    double size = random.between(0.5, 1.05);
    Hand hand = printed ? Hand.mechanical(random) : style.hand();
    Proportions proportions =
        printed ? print(size * style.height()) : style.resized(size, 1).proportions();
    List<PenStroke> strokes =
        new Words(hand, proportions, random)
            .traces(word, x, y).stream()
                .map(way -> new PenStroke(way.x(), way.y(), proportions.strokePixels()))
                .toList();
    return new PenMark(afterDigit, Kind.OTHER, strokes, null, printed);
  }

  /** The paper between a word and what stands beside it. */
  public double gap() {
    return style.height() * random.between(0.12, 0.6);
  }

  /** Upright, thin to bold. */
  private Proportions print(double height) {
    return new Proportions(height, 1, 0, Math.max(1.2, height * random.between(0.07, 0.16)));
  }
}
