package dev.icrstreams.synth.mark;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Separator;

/**
 * Something in a field that is no digit of its number: a decimal point, a closing stroke, a gap.
 *
 * @param afterDigit how many digits stand before it
 * @param kind what it is
 * @param box its ink in pixels of the image; of a gap, the paper between its neighbours
 */
public record Mark(int afterDigit, Separator.Kind kind, Box box) {}
