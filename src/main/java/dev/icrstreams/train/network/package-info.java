/**
 * Networks in training: their layouts, and their arithmetic forward and backward on ND4J's own
 * operations, which are several times as fast as Deeplearning4j's layers. Both readers' networks
 * are trained here; Deeplearning4j is left with the file format.
 */
package dev.icrstreams.train.network;
