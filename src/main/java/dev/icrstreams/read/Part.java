package dev.icrstreams.read;

import dev.icrstreams.read.fuse.Fusion;
import java.util.Locale;
import java.util.Set;

/** What the reader can be told to do without, to measure what it brings. */
public enum Part {
  /** The digit-by-digit reader's vote on the number. */
  LATTICE,
  /** The sequence reader's vote on the number. */
  SEQUENCE,
  /** All views of the sequence reader but the first. */
  VIEWS,
  /** The five more views where the first three do not agree with certainty. */
  SECOND_LOOK,
  /** Setting slanted writing upright in the second view. */
  SLANT,
  /** Turning the field by its printed rules, and levelling lines of writing in the views. */
  LEVELLING,
  /** Taking boxes, combs and rules out of the ink. */
  FORM_DROPOUT,
  /** The digit CNN's class for what is no digit, and the free cuts that need it. */
  REJECT_CLASS;

  /** How much each reader's opinion counts in a reader that does without some parts. */
  static Fusion.Weights weightsWithout(Set<Part> parts) {
    double sequence = parts.contains(SEQUENCE) ? 0 : Fusion.Weights.BOTH.sequence();
    double lattice =
        parts.contains(LATTICE) ? 0 : sequence == 0 ? 1 : Fusion.Weights.BOTH.lattice();
    return new Fusion.Weights(sequence, lattice);
  }

  /** Its name on the command line, such as {@code form-dropout}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
