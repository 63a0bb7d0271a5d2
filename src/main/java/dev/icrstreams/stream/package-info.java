/**
 * The topology: fields in, answers out, exactly once. Its nodes ({@code decode}, {@code segment},
 * {@code classify}, {@code decide}) are thin wrappers around {@link
 * dev.icrstreams.read.FieldReader}'s stages; {@link dev.icrstreams.stream.IcrTopology} puts them
 * together. The only package that knows Kafka Streams.
 */
package dev.icrstreams.stream;
