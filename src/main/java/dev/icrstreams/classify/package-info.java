/**
 * The digit CNN: a digit of any size is normalised, all digits of a field go through the network in
 * one batch, and come out as log probabilities. The model's file and metadata are here too. Besides
 * the training package the only one that knows Deeplearning4j or ND4J.
 */
package dev.icrstreams.classify;
