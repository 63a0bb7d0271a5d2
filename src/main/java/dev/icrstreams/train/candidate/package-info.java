/**
 * Trains the digit CNN on digits and on candidates, which the segmenter cuts out of fields and
 * which may be no digits: mining them, batches, fitting, and the scores by which the epoch is
 * chosen.
 */
package dev.icrstreams.train.candidate;
