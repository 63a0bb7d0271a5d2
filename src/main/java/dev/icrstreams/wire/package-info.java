/**
 * Records to values and back: Avro's single-object encoding or a schema registry's, raw images with
 * their metadata in headers, and the generated classes of {@code dev.icrstreams.avro}.
 */
package dev.icrstreams.wire;
