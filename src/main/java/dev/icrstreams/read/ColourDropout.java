package dev.icrstreams.read;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.ReviewReason;
import dev.icrstreams.image.CleanField;
import dev.icrstreams.image.Cleaner;
import dev.icrstreams.image.CleaningListener;
import dev.icrstreams.image.CleaningListener.Choice;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.image.ink.TwoInks;
import dev.icrstreams.read.columns.Columns.ScoredNumber;
import java.util.Optional;

/**
 * Forms, stamps, markers and pens in colour: where a field shows ink in colours and other ink, the
 * sequence reader looks at both together and at each alone, and what it finds clearest is read. No
 * rule about colours tells which of two inks is the writing. A number of which each ink holds a
 * part is read whole, as a doubt. Uses its reader's native memory: for one thread.
 */
final class ColourDropout {
  /** What is likelier than this may be a number, in nats. */
  private static final double PLAUSIBLE = Math.log(0.5);

  /**
   * What is likelier than so much for each digit may be one, in nats; many make an unlikely number.
   */
  private static final double PLAUSIBLE_DIGIT = Math.log(0.25);

  /** Digits by which a number that is not plausible as a whole must be the longer one to count. */
  private static final int LONGER = 2;

  /** The share of a number's width that what is drawn around it takes, at least. */
  private static final double SURROUNDED = 0.8;

  private final Cleaner cleaner;
  private final SequenceReader reader;

  ColourDropout(Cleaner cleaner, SequenceReader reader) {
    this.cleaner = cleaner;
    this.reader = reader;
  }

  /** Cleans a field, in the ink in which its writing is clearest. */
  CleanField clean(GreyImage image, CleaningListener seen) {
    return image
        .inks()
        .map(inks -> clearest(image, inks, seen))
        .orElseGet(() -> cleaner.clean(image, seen));
  }

  private CleanField clearest(GreyImage image, TwoInks inks, CleaningListener seen) {
    Inks all = look(Choice.BOTH, image);
    Inks kept = look(Choice.KEPT, image.with(inks.kept()));
    Inks dropped = look(Choice.DROPPED, image.with(inks.dropped()));
    boolean ringed = dropped.isRingAround(kept) || kept.isRingAround(dropped);
    Inks within = dropped.isRingAround(kept) ? kept : dropped;
    Inks clearest = ringed ? within.orIfEmpty(all) : dropped.orIfClearer(kept.orIfClearer(all));
    boolean spread = clearest.isPartOf(all);
    Inks read = spread ? all : clearest;
    seen.inks(read.choice());
    // cleaned once already, but nobody was shown how
    CleanField clean =
        seen == CleaningListener.NONE ? read.field() : cleaner.clean(read.image(), seen);
    boolean doubtful =
        spread || kept.contradicts(dropped) || read.contradicts(all) || (ringed && read.isZero());
    return doubtful ? clean.doubted(ReviewReason.Code.TWO_INKS) : clean;
  }

  private Inks look(Choice choice, GreyImage image) {
    CleanField field = cleaner.clean(image);
    return new Inks(choice, image, field, reader.glance(field));
  }

  /** Some of a field's ink, and what it says at a glance. */
  private record Inks(Choice choice, GreyImage image, CleanField field, ScoredNumber says) {
    /** This, or the other where that is clearer. */
    Inks orIfClearer(Inks other) {
      boolean clearer =
          !isEmpty() && (other.isEmpty() || says.logProbability() > other.says.logProbability());
      return clearer ? this : other;
    }

    Inks orIfEmpty(Inks other) {
      return isEmpty() ? other : this;
    }

    private boolean isEmpty() {
      return says.number().isEmpty();
    }

    boolean mayBeNumber() {
      return !isEmpty() && says.logProbability() > PLAUSIBLE;
    }

    /** Whether each may be a number, and not the same. A ring says no 0. */
    boolean contradicts(Inks other) {
      return mayBeNumber()
          && other.mayBeNumber()
          && !says.number().equals(other.says.number())
          && !other.isRingAround(this)
          && !isRingAround(other);
    }

    /** Whether all ink together says this number with digits in between, before or behind it. */
    boolean isPartOf(Inks all) {
      int longer = all.says.number().length() - says.number().length();
      boolean plausible =
          all.mayBeNumber()
              || (longer >= LONGER
                  && all.says.logProbability() > PLAUSIBLE_DIGIT * all.says.number().length());
      return !isEmpty() && longer > 0 && plausible && all.holds(says.number());
    }

    /** Whether these digits come in its number in this order. */
    private boolean holds(String digits) {
      int found = 0;
      for (int i = 0; i < says.number().length() && found < digits.length(); i++) {
        found += says.number().charAt(i) == digits.charAt(found) ? 1 : 0;
      }
      return found == digits.length();
    }

    boolean isRingAround(Inks other) {
      return isZero() && surrounds(other);
    }

    boolean isZero() {
      return says.number().equals("0");
    }

    private boolean surrounds(Inks other) {
      return written()
          .flatMap(mine -> other.written().map(theirs -> spans(mine, theirs)))
          .orElse(false);
    }

    /** Around all of it, in the scan's pixels. */
    private Optional<Box> written() {
      return field.components().boxes().stream().reduce(Box::union).map(field::toScan);
    }
  }

  private static boolean spans(Box outer, Box inner) {
    int common = Math.min(outer.right(), inner.right()) - Math.max(outer.x(), inner.x());
    return common >= SURROUNDED * inner.width();
  }
}
