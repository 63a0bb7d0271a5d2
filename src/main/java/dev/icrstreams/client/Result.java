package dev.icrstreams.client;

import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.Origin;
import java.util.OptionalDouble;

/**
 * What came out for one field, from whichever topic.
 *
 * @param id the field id; for a dead letter without a key its input position
 * @param number the accepted number or the best reading; empty if there is none
 * @param confidence 0 to 1; empty for what was rejected
 * @param route where it went
 * @param reason why, for review and rejected, and UNREADABLE where a person said so; else empty
 * @param human whether a person gave this answer, or a correction that was rejected
 * @param origin the input record
 */
public record Result(
    String id,
    String number,
    OptionalDouble confidence,
    Route route,
    String reason,
    boolean human,
    Origin origin) {}
