package dev.icrstreams.classify;

import dev.icrstreams.field.Ink;
import dev.icrstreams.field.LineView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Classifies digits, all of a call in one batch.
 *
 * <p>The trained network's weights run through ND4J's own operations with buffers that are made
 * once; this is about as fast as a dedicated inference engine, where Deeplearning4j's own {@code
 * output} takes many times as long. Native memory is taken when the classifier is made and given
 * back by {@link #close}.
 *
 * <p>Not safe for use by several threads: each makes its own from a shared {@link DigitModel}.
 */
public final class DigitClassifier implements AutoCloseable {
  /** The class of what is not one digit, in networks that have it. */
  public static final int NO_DIGIT = 10;

  /** Digits a native batch at most: larger ones are slower a digit, as they outgrow the cache. */
  static final int BATCH = 64;

  private final BatchPlan[] plans = new BatchPlan[BATCH + 1];
  private final List<INDArray> outputs = new ArrayList<>();
  private final FoldedNetwork network;
  private final InputEncoder encoder;
  private final float[] pixels;
  private final INDArray input;
  private final int classes;
  private boolean closed;

  /**
   * Makes a classifier for this thread.
   *
   * @throws UncheckedIOException if the model holds no network that can be read
   */
  public DigitClassifier(DigitModel model) {
    FastPath.active();
    FastPath.useOneThread();
    classes = model.metadata().classes();
    try {
      MultiLayerNetwork trained = model.network();
      network = FoldedNetwork.of(trained);
      trained.params().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    encoder = new InputEncoder(network.inputChannels());
    pixels = new float[BATCH * encoder.length()];
    input = buffer(DigitNormaliser.SIZE, DigitNormaliser.SIZE, network.inputChannels());
    for (FoldedLayer stage : network.stages()) {
      outputs.add(buffer(stage.outputShape()));
    }
  }

  /** Outputs for a digit. */
  public int classes() {
    return classes;
  }

  /**
   * Classifies digits of any size.
   *
   * @return {@code [glyphs.size()][classes()]}: the natural logarithms of each digit's class
   *     probabilities
   * @throws IllegalStateException if the classifier is closed
   */
  public float[][] logProbabilities(List<Ink> glyphs) {
    return logProbabilities(glyphs, Collections.nCopies(glyphs.size(), null));
  }

  /**
   * Classifies candidates with the line around them.
   *
   * @param views one a candidate; null where the line is not known
   * @return as {@link #logProbabilities(List)}
   */
  public float[][] logProbabilities(List<Ink> glyphs, List<LineView> views) {
    float[][] result = new float[glyphs.size()][];
    for (int from = 0; from < glyphs.size(); from += BATCH) {
      int n = Math.min(BATCH, glyphs.size() - from);
      for (int i = 0; i < n; i++) {
        encoder.encode(glyphs.get(from + i), views.get(from + i), pixels, i);
      }
      System.arraycopy(classify(pixels, n), 0, result, from, n);
    }
    return result;
  }

  /** Log probabilities of {@code n} encoded digits, at most {@link #BATCH}. */
  float[][] classify(float[] encoded, int n) {
    float[] logits = logits(encoded, n);
    float[][] result = new float[n][];
    for (int i = 0; i < n; i++) {
      result[i] = logSoftmax(logits, i * classes, classes);
    }
    return result;
  }

  private float[] logits(float[] encoded, int n) {
    if (closed) {
      throw new IllegalStateException("The classifier is closed");
    }
    if (plans[n] == null) {
      plans[n] = new BatchPlan(network.stages(), n, input, outputs);
    }
    floats(input).put(encoded, 0, n * encoder.length());
    plans[n].run();
    float[] logits = new float[n * classes];
    floats(outputs.get(outputs.size() - 1)).get(logits);
    return logits;
  }

  static float[] logSoftmax(float[] logits, int from, int classes) {
    float highest = Float.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      highest = Math.max(highest, logits[from + c]);
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += Math.exp(logits[from + c] - highest);
    }
    float[] logarithms = new float[classes];
    for (int c = 0; c < classes; c++) {
      logarithms[c] = (float) (logits[from + c] - highest - Math.log(sum));
    }
    return logarithms;
  }

  private static INDArray buffer(long... shape) {
    long[] batched = new long[shape.length + 1];
    batched[0] = BATCH;
    System.arraycopy(shape, 0, batched, 1, shape.length);
    return Nd4j.create(DataType.FLOAT, batched);
  }

  private static FloatBuffer floats(INDArray array) {
    return array.data().asNioFloat();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    for (BatchPlan plan : plans) {
      if (plan != null) {
        plan.close();
      }
    }
    outputs.forEach(INDArray::close);
    input.close();
    network.close();
  }
}
