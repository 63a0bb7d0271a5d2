/**
 * One image in, one {@link dev.icrstreams.field.Reading} out: the search through the lattice, the
 * calibration of its confidence, and the policy that decides by the error budget. {@link
 * dev.icrstreams.read.FieldReader} composes the stages.
 */
package dev.icrstreams.read;
