package dev.icrstreams.train.candidate;

import dev.icrstreams.classify.DigitClassifier;
import dev.icrstreams.classify.DigitNormaliser;
import dev.icrstreams.config.Config;
import dev.icrstreams.data.DigitSet;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.image.Cleaner;
import dev.icrstreams.segment.Candidate;
import dev.icrstreams.segment.Segmenter;
import dev.icrstreams.segment.cut.Cuts;
import dev.icrstreams.synth.DrawnField;
import dev.icrstreams.synth.FieldSynthesizer;
import dev.icrstreams.synth.Recipe;
import dev.icrstreams.synth.RecipeMix;
import dev.icrstreams.synth.style.HandMix;
import dev.icrstreams.train.source.FieldThreads;
import java.util.ArrayList;
import java.util.List;

/**
 * Digits and what is no digit, as the segmenter cuts them out of synthetic fields: what the network
 * learns from and what it reads come out of the same code. The class for what is no digit, taught
 * with badly cut pieces, is from LeCun, Bottou, Bengio and Haffner, "Gradient-based learning
 * applied to document recognition" (1998), section VII.
 *
 * <p>What comes of a field depends on the digits, the seed and its index alone. Immutable and
 * thread-safe.
 */
final class CandidateMiner {
  /** Neither clearly one digit nor clearly none. */
  static final int UNCLEAR = -1;

  /** Much that touches, as that is where cuts go wrong, and much that is no number. */
  private static final RecipeMix MIX =
      RecipeMix.of(Recipe.CLEAN, 12)
          .and(Recipe.BOXED, 10)
          .and(Recipe.COMBED, 8)
          .and(Recipe.UNDERLINED, 9)
          .and(Recipe.NOISY, 9)
          .and(Recipe.INVERTED, 2)
          .and(Recipe.TOUCHING, 18)
          .and(Recipe.AMOUNT, 18)
          .and(Recipe.ROUND, 6)
          .and(Recipe.DENOMINATED, 6)
          .and(Recipe.DEGRADED, 6)
          .and(Recipe.SCRIBBLE, 8);

  /** Half of the writers draw their digits, in shapes that scanned digits lack; many lean. */
  private static final HandMix HANDS = new HandMix(0.3, 0.25, 0.45, 1.3, 0.25);

  private static final double SAME = 0.7;
  private static final double OTHER = 0.6;

  /**
   * Of another digit's box, what may lie in a candidate's without being part of it: digits lean.
   */
  private static final double INTRUDER = 0.35;

  private static final double WHOLE = 0.75;

  /** Boxes are compared with a margin: a pixel more or less must not decide about a narrow 1. */
  private static final double MARGIN = 0.05;

  private final FieldSynthesizer synthesizer;
  private final Segmenter segmenter = new Segmenter(Config.defaults(), Cuts.EVERY_GOOD);
  private final DigitNormaliser normaliser = new DigitNormaliser();

  private CandidateMiner(DigitSet digits, HandMix hands, long seed) {
    synthesizer = new FieldSynthesizer(digits, MIX, hands, seed);
  }

  /** Candidates to learn from. */
  static CandidateMiner training(DigitSet digits, long seed) {
    return new CandidateMiner(digits, HANDS, seed);
  }

  /** Candidates to measure on: of the hands that calibration uses. */
  static CandidateMiner validation(DigitSet digits, long seed) {
    return new CandidateMiner(digits, HandMix.MIXED, seed);
  }

  /** The clear candidates of the fields of the indices from {@code from} on. */
  List<Sample> mine(long from, int fields, int threads) throws InterruptedException {
    return FieldThreads.make(
            from,
            fields,
            threads,
            () -> {
              Cleaner cleaner = new Cleaner();
              return index -> mine(index, cleaner);
            })
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<Sample> mine(long index, Cleaner cleaner) {
    List<Sample> samples = new ArrayList<>();
    try {
      DrawnField field = synthesizer.draw(index);
      for (Candidate candidate : segmenter.segment(cleaner.clean(field.image())).candidates()) {
        int label = label(candidate.box(), field.digitBoxes(), field.number());
        if (label != UNCLEAR) {
          samples.add(Sample.of(candidate.ink(), candidate.view(), label, normaliser));
        }
      }
    } catch (RejectedFieldException e) {
      // a reader would reject it as well: nothing to learn from
    }
    return samples;
  }

  /** The class of what is in a box, or {@link #UNCLEAR}. */
  static int label(Box box, List<Box> digits, String number) {
    int nearest = -1;
    double overlap = 0;
    int whole = 0;
    for (int i = 0; i < digits.size(); i++) {
      int margin = (int) Math.ceil(MARGIN * digits.get(i).height());
      Box found = grown(box, margin);
      Box digit = grown(digits.get(i), margin);
      double both = common(found, digit);
      double here = both / (area(found) + area(digit) - both);
      whole += common(box, digits.get(i)) > WHOLE * area(digits.get(i)) ? 1 : 0;
      if (here > overlap) {
        overlap = here;
        nearest = i;
      }
    }
    boolean intruder = false;
    for (int i = 0; i < digits.size(); i++) {
      intruder |= i != nearest && common(box, digits.get(i)) > INTRUDER * area(digits.get(i));
    }
    if (overlap >= SAME && !intruder) {
      return number.charAt(nearest) - '0';
    }
    return overlap < OTHER || whole > 1 ? DigitClassifier.NO_DIGIT : UNCLEAR;
  }

  private static Box grown(Box box, int margin) {
    return new Box(
        box.x() - margin, box.y() - margin, box.width() + 2 * margin, box.height() + 2 * margin);
  }

  private static double common(Box a, Box b) {
    int width = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
    int height = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
    return width <= 0 || height <= 0 ? 0 : (double) width * height;
  }

  private static double area(Box box) {
    return (double) box.width() * box.height();
  }
}
