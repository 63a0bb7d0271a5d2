/**
 * Where what is learned from comes from: single digits of IDX files, folders of images or MNIST's
 * mirrors, and which of them are held out; synthetic fields, made while the training goes on.
 */
package dev.icrstreams.train.source;
