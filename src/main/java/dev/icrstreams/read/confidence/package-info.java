/**
 * How sure a number is: the evidence, what it is worth by the calibration that is stored with the
 * model, and what an error budget makes of it.
 */
package dev.icrstreams.read.confidence;
