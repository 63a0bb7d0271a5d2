package dev.icrstreams.client.redrive;

import dev.icrstreams.field.ErrorCode;
import java.util.Set;

/**
 * Which dead letters to redrive, and how.
 *
 * @param codes letters with one of these codes; never empty
 * @param execute whether to send anything, or only to tell what would be sent
 * @param perSecond the most records a second
 * @param maxRedrives refuses a record that has been redriven so many times already
 * @param old whether to send also letters so old that the progress of an earlier run may have been
 *     forgotten by the brokers
 */
public record RedriveOptions(
    Set<ErrorCode> codes, boolean execute, double perSecond, int maxRedrives, boolean old) {
  /** Copies the set and checks the numbers. */
  public RedriveOptions {
    codes = Set.copyOf(codes);
    if (codes.isEmpty() || !(perSecond > 0) || maxRedrives < 0) {
      throw new IllegalArgumentException("codes " + codes + ", rate " + perSecond);
    }
  }
}
