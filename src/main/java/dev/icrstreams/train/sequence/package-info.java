/**
 * Trains the sequence CNN, which reads whole fields: its shape, its arithmetic forward and
 * backward, its loss over all alignments, synthetic fields as food, and the loop around them.
 */
package dev.icrstreams.train.sequence;
