package dev.icrstreams.train;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Classes as the network is taught them. */
final class Labels {
  /** Outputs of the network: the ten digits. */
  static final int CLASSES = 10;

  private Labels() {}

  /** {@code [n, classes]}: 1 at each digit's class. */
  static INDArray oneHot(byte[] labels) {
    float[] values = new float[labels.length * CLASSES];
    for (int i = 0; i < labels.length; i++) {
      values[i * CLASSES + labels[i]] = 1;
    }
    return Nd4j.create(values, new long[] {labels.length, CLASSES}, 'c');
  }
}
