package dev.icrstreams.field;

/**
 * Why a field goes to a person.
 *
 * @param code the kind of doubt
 * @param detail what exactly, for the person; empty where the code says it all
 */
public record ReviewReason(Code code, String detail) {
  /** The kinds of doubt; public API: they may be added, never renamed. */
  public enum Code {
    /** The number is more likely to be wrong than the error budget allows. */
    LOW_CONFIDENCE,
    /** The number breaks a constraint of its field; the detail says which. */
    CONSTRAINT_VIOLATED,
    /** There is ink that is no digits: nothing else, or parentheses around a number. */
    NOT_A_NUMBER,
    /** More components or candidates than the limits allow. */
    TOO_COMPLEX,
    /** The paper is so noisy, or so stained, that it might hide what is written. */
    POOR_IMAGE,
    /** The image's side cuts off what looks like a digit: the number may go on outside. */
    CUT_OFF,
    /**
     * Written in two inks, or each ink says another number: it may have been altered, or two
     * numbers stand there.
     */
    TWO_INKS
  }

  /** A reason that needs no detail. */
  public static ReviewReason of(Code code) {
    return new ReviewReason(code, "");
  }

  @Override
  public String toString() {
    return detail.isEmpty() ? code.name() : code + ": " + detail;
  }
}
