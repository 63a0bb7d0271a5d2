package dev.icrstreams.read;

import dev.icrstreams.field.Box;
import dev.icrstreams.image.CleanField;
import dev.icrstreams.image.Cleaner;
import dev.icrstreams.image.CleaningListener;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.read.columns.Columns.ScoredNumber;
import java.util.Optional;

/**
 * Forms, stamps, markers and pens in colour: where a field shows ink in colours and other ink, the
 * sequence reader looks at both together and at each alone, and what it finds clearest is read. No
 * rule about colours tells which of two inks is the writing. Uses its reader's native memory: for
 * one thread.
 */
final class ColourDropout {
  /** What is likelier than this may be a number, in nats. */
  private static final double PLAUSIBLE = Math.log(0.5);

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
    if (!image.hasTwoInks()) {
      return cleaner.clean(image, seen);
    }
    Inks all = look(image);
    Inks plain = look(image.withoutColours());
    Inks coloured = look(image.coloursAlone());
    Inks clearer = plain.isClearerThan(all) ? plain : all;
    Inks clearest =
        coloured.isClearerThan(clearer) && !coloured.isRingAround(plain) ? coloured : clearer;
    CleanField clean = cleaner.clean(clearest.image(), seen);
    return plain.contradicts(coloured) ? clean.doubted() : clean;
  }

  private Inks look(GreyImage image) {
    CleanField field = cleaner.clean(image);
    return new Inks(image, field, reader.glance(field));
  }

  /** Some of a field's ink, and what it says at a glance. */
  private record Inks(GreyImage image, CleanField field, ScoredNumber says) {
    boolean isClearerThan(Inks other) {
      return !isEmpty() && (other.isEmpty() || says.logProbability() > other.says.logProbability());
    }

    private boolean isEmpty() {
      return says.number().isEmpty();
    }

    boolean mayBeNumber() {
      return !isEmpty() && says.logProbability() > PLAUSIBLE;
    }

    /** Whether each may be a number, and not the same. A ring says no 0. */
    boolean contradicts(Inks coloured) {
      return mayBeNumber()
          && coloured.mayBeNumber()
          && !says.number().equals(coloured.says.number())
          && !coloured.isRingAround(this);
    }

    boolean isRingAround(Inks other) {
      return says.number().equals("0") && surrounds(other);
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
