/**
 * Labelled fields of the user's own, such as people's corrections, as something to learn from:
 * reading the folder, leaving out what cannot be trusted, finding where each digit stands, and how
 * much of a batch they may be.
 */
package dev.icrstreams.train.extra;
