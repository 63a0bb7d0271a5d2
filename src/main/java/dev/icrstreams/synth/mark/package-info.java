/**
 * What stands in and around a number beside its digits: gaps, and points, commas, dashes and the
 * like as strokes of a pen.
 */
package dev.icrstreams.synth.mark;
