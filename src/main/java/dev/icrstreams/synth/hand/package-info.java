/**
 * Handwriting drawn with a pen: digits and letters as strokes, in the shapes that different schools
 * teach, varied from writer to writer and a little from one time to the next. A part of {@code
 * synth}, whose raster and random numbers it draws with.
 */
package dev.icrstreams.synth.hand;
