/**
 * Training by declaration: {@link dev.icrstreams.train.Trainings} chooses the trainer, {@link
 * dev.icrstreams.train.FineTuning} goes on from a model in use. The packages below, of which
 * trainers are made, use nothing of this one; only {@code tune} does, which calls it.
 */
package dev.icrstreams.train;
