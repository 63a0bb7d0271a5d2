/**
 * One image in, one {@link dev.icrstreams.field.Reading} out: {@link
 * dev.icrstreams.read.FieldReader} composes the stages. The digit-by-digit reader searches in
 * {@code lattice}, the sequence reader in {@code columns}; {@code fuse} makes their opinions one,
 * {@code confidence} says how sure that is and whether an error budget accepts it.
 */
package dev.icrstreams.read;
