/**
 * How good readings of labelled fields are: metrics with their intervals, as plain values, and
 * their texts. What is measured is defined at {@link dev.icrstreams.evaluate.Metrics}.
 */
package dev.icrstreams.evaluate;
