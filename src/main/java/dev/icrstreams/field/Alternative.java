package dev.icrstreams.field;

/**
 * Another way to read a digit or a whole number.
 *
 * @param value decimal digits; one for a digit
 * @param confidence the probability that it is right, 0 to 1
 */
public record Alternative(String value, double confidence) {}
