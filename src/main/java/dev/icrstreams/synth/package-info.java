/**
 * Synthetic scanned fields: for the demo, for training, for calibration and for load. Numbers are
 * composed from single handwritten digits in one writer's style, put on a form, and scanned with
 * the defects that scanners have. Every field depends only on a seed and its index.
 */
package dev.icrstreams.synth;
