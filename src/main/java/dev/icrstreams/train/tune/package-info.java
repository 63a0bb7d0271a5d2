/**
 * Search for good values of a network's declaration: random, or by successive halving. What a trial
 * is and how it is judged is behind {@link dev.icrstreams.train.tune.Objective}.
 */
package dev.icrstreams.train.tune;
