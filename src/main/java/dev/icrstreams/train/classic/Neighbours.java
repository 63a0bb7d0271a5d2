package dev.icrstreams.train.classic;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The k nearest training images vote (T. Cover and P. Hart, "Nearest neighbor pattern
 * classification", 1967), each by the inverse of its distance (S. Dudani, "The distance-weighted
 * k-nearest-neighbor rule", 1976). Distances are Euclidean, all computed, none left out.
 */
final class Neighbours implements ClassicModel {
  /** Rows that are compared at a time. */
  private static final int BLOCK = 200;

  private static final int CLASSES = 10;

  /** A share of the vote that every class has: nothing is impossible. */
  private static final float PRIOR = 0.002f;

  private final float[][] features;
  private final byte[] labels;
  private final int k;

  Neighbours(float[][] features, byte[] labels, int k) {
    this.features = features;
    this.labels = labels;
    this.k = Math.min(k, labels.length);
  }

  /**
   * The nearest of one image.
   *
   * @param labels theirs, the nearest first
   * @param distances squared
   */
  record Nearest(byte[] labels, float[] distances) {
    float[] vote(int k) {
      float[] votes = new float[CLASSES];
      Arrays.fill(votes, PRIOR);
      double sum = 0;
      for (int i = 0; i < k; i++) {
        sum += 1 / (1 + Math.sqrt(distances[i]));
      }
      for (int i = 0; i < k; i++) {
        votes[labels[i]] += (float) ((1 - CLASSES * PRIOR) / (1 + Math.sqrt(distances[i])) / sum);
      }
      return votes;
    }
  }

  /** The k nearest of each row. */
  Nearest[] nearest(float[][] rows) {
    Nearest[] found = new Nearest[rows.length];
    float[] squares = squares(features);
    try (INDArray known = Nd4j.create(features)) {
      for (int from = 0; from < rows.length; from += BLOCK) {
        float[][] block = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + BLOCK));
        try (INDArray asked = Nd4j.create(block);
            INDArray products = Nd4j.gemm(asked, known, false, true)) {
          float[] dots = products.dup('c').data().asFloat();
          float[] own = squares(block);
          for (int i = 0; i < block.length; i++) {
            found[from + i] = nearest(dots, i * squares.length, own[i], squares);
          }
        }
      }
    }
    return found;
  }

  private Nearest nearest(float[] dots, int at, float own, float[] squares) {
    float[] best = new float[k];
    int[] index = new int[k];
    Arrays.fill(best, Float.MAX_VALUE);
    for (int i = 0; i < squares.length; i++) {
      float distance = Math.max(0, own + squares[i] - 2 * dots[at + i]);
      if (distance < best[k - 1]) {
        int place = k - 1;
        for (; place > 0 && best[place - 1] > distance; place--) {
          best[place] = best[place - 1];
          index[place] = index[place - 1];
        }
        best[place] = distance;
        index[place] = i;
      }
    }
    byte[] theirs = new byte[k];
    for (int i = 0; i < k; i++) {
      theirs[i] = labels[index[i]];
    }
    return new Nearest(theirs, best);
  }

  private static float[] squares(float[][] rows) {
    float[] squares = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (float value : rows[i]) {
        squares[i] += value * value;
      }
    }
    return squares;
  }

  @Override
  public float[][] probabilities(float[][] rows) {
    Nearest[] nearest = nearest(rows);
    float[][] probabilities = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      probabilities[i] = nearest[i].vote(k);
    }
    return probabilities;
  }

  @Override
  public long parameters() {
    return (long) features.length * features[0].length;
  }

  @Override
  public byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes, 1 << 16))) {
      out.writeInt(k);
      out.writeInt(features.length);
      out.writeInt(features[0].length);
      out.write(labels);
      for (float[] row : features) {
        for (float value : row) {
          out.writeFloat(value);
        }
      }
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #bytes} wrote. */
  static Neighbours read(byte[] bytes) throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            new java.io.BufferedInputStream(
                new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16), 1 << 16))) {
      int k = in.readInt();
      float[][] features = new float[in.readInt()][in.readInt()];
      byte[] labels = in.readNBytes(features.length);
      for (float[] row : features) {
        for (int i = 0; i < row.length; i++) {
          row[i] = in.readFloat();
        }
      }
      return new Neighbours(features, labels, k);
    }
  }
}
