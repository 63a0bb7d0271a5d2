/**
 * A training from epoch to epoch, the same for every kind of network: learning rate, early
 * stopping, checkpoints and the record. What is particular to a kind is behind {@link
 * dev.icrstreams.train.course.Task}.
 */
package dev.icrstreams.train.course;
