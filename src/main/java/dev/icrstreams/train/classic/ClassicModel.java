package dev.icrstreams.train.classic;

import java.io.IOException;

/** A fitted model. For one thread. */
interface ClassicModel {
  /** Class probabilities {@code [rows][10]}. */
  float[][] probabilities(float[][] features);

  /** Numbers that it keeps. */
  long parameters();

  /** As a file, from which it can be made again. */
  byte[] bytes() throws IOException;
}
