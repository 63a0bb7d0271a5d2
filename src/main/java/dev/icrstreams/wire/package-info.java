/**
 * Records to values and back: Avro's single-object encoding, raw images with their metadata in
 * headers, and the generated classes of {@code dev.icrstreams.avro}.
 */
package dev.icrstreams.wire;
