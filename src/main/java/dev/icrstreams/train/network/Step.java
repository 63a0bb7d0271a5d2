package dev.icrstreams.train.network;

/** A part of a network's arithmetic, bound to its arrays. */
interface Step extends AutoCloseable {
  void run();

  @Override
  default void close() {}
}
