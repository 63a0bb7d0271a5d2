/**
 * Measures what the reader's scores are worth on synthetic fields: weights by logistic regression,
 * a curve by isotonic regression, and the risk at each level.
 */
package dev.icrstreams.train.calibrate;
