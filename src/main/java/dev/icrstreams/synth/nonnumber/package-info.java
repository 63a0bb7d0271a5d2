/**
 * What people put into a field for numbers that is none: words, signatures, scribbles, ticks, and
 * numbers struck out or cut off.
 */
package dev.icrstreams.synth.nonnumber;
