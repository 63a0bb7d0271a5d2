package dev.icrstreams.field;

import java.time.Instant;

/**
 * What the service has to say to one input record.
 *
 * @param field the scanned field
 * @param origin the input record
 * @param reading what was read
 * @param decision where it goes
 * @param modelVersion the model that read it
 * @param at when
 */
public record Answer(
    ScannedField field,
    Origin origin,
    Reading reading,
    Decision decision,
    String modelVersion,
    Instant at) {}
