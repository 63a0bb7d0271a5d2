/**
 * Synthetic scanned fields: for the demo, for training, for calibration and for load. Numbers are
 * composed from single handwritten digits in one writer's style, put on a form, and scanned with
 * the defects that scanners have. Every field depends only on a seed and its index.
 *
 * <p>What a field is made of is in sub-packages, and each uses only those before it: {@code
 * raster}, {@code hand}, {@code style}, {@code glyph}, {@code mark}, {@code writing}, {@code
 * nonnumber}, {@code paper}, {@code scan}. This package puts them together.
 */
package dev.icrstreams.synth;
