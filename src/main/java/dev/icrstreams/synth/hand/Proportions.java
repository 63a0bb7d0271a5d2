package dev.icrstreams.synth.hand;

/**
 * What all characters of a writer have in common.
 *
 * @param height of a digit or a capital letter, in pixels
 * @param aspect width stretched by this
 * @param slant how far the top leans to the right, as a share of the height
 * @param strokePixels the pen's width, in pixels
 */
public record Proportions(double height, double aspect, double slant, double strokePixels) {}
