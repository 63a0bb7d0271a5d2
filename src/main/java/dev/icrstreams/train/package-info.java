/**
 * Trains the digit CNN and calibrates the reader: networks by name, augmentation, fitting, the
 * choice of the best epoch, and the model's file with its metadata.
 */
package dev.icrstreams.train;
