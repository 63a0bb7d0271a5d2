/**
 * How good readings of labelled fields are: figures with their intervals, as plain values. What is
 * measured is defined at {@link dev.icrstreams.evaluate.Metrics}; what goes wrong is in {@code
 * errors}, the whole with recipes, budgets and times in {@code report}, the page in {@code page}.
 */
package dev.icrstreams.evaluate;
