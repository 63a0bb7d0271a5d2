/**
 * Trained models: their files with metadata, the mean of several, and what they read of digits that
 * they did not learn from.
 */
package dev.icrstreams.train.model;
