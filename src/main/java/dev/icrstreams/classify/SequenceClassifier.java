package dev.icrstreams.classify;

import dev.icrstreams.field.Strip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The second reader's network: a whole field in, the probabilities of ten digits and of the blank
 * between digits in each of its columns out, after A. Graves et al., "Connectionist temporal
 * classification" (2006). Fully convolutional, so that fields may be of any width.
 *
 * <p>Native memory is taken when the classifier is made and given back by {@link #close}. Not safe
 * for use by several threads: each makes its own from a shared {@link DigitModel}.
 */
public final class SequenceClassifier implements AutoCloseable {
  /** The class between two digits and beside them. */
  public static final int BLANK = 10;

  private static final int CLASSES = 11;

  /** Widths are rounded up to a multiple of this, so that few shapes occur. */
  private static final int ROUNDING = 32;

  /** Shapes whose operations are kept. */
  private static final int KEPT = 64;

  private final List<StripStage> stages;
  private final Map<Long, StripPlan> plans = new LinkedHashMap<>(16, 0.75f, true);
  private final List<INDArray> buffers = new ArrayList<>();
  private boolean closed;

  /**
   * Makes a classifier for this thread.
   *
   * @throws UncheckedIOException if the model holds no network of this kind
   */
  public SequenceClassifier(DigitModel model) {
    FastPath.active();
    FastPath.useOneThread();
    try {
      MultiLayerNetwork trained = model.network();
      stages = StripStage.of(trained);
      trained.params().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads strips, all in one batch.
   *
   * @param strips at least one
   * @return {@code [strips.size()][columns of the strip][11]}: natural-log probabilities
   * @throws IllegalStateException if the classifier is closed
   */
  public float[][][] logProbabilities(List<Strip> strips) {
    if (closed) {
      throw new IllegalStateException("The classifier is closed");
    }
    int widest = strips.stream().mapToInt(Strip::width).max().orElseThrow();
    int width = (widest + ROUNDING - 1) / ROUNDING * ROUNDING;
    float[] logits = plan(strips.size(), width).run(strips);
    int columns = width / Strip.STRIDE;
    float[][][] result = new float[strips.size()][][];
    for (int i = 0; i < result.length; i++) {
      result[i] = new float[strips.get(i).columns()][];
      for (int column = 0; column < result[i].length; column++) {
        int from = (i * columns + column) * CLASSES;
        result[i][column] = DigitClassifier.logSoftmax(logits, from, CLASSES);
      }
    }
    return result;
  }

  private StripPlan plan(int n, int width) {
    long shape = (long) n << 32 | width;
    StripPlan plan = plans.get(shape);
    if (plan == null) {
      if (plans.size() == KEPT) {
        Long oldest = plans.keySet().iterator().next();
        plans.remove(oldest).close();
      }
      reserve(StripPlan.largest(stages, n, width));
      plan = new StripPlan(stages, n, width, buffers);
      plans.put(shape, plan);
    }
    return plan;
  }

  /** Larger buffers where a plan needs them; plans on smaller ones are made anew. */
  private void reserve(long numbers) {
    if (buffers.isEmpty() || buffers.get(0).length() < numbers) {
      release();
      for (int i = 0; i < 2; i++) {
        buffers.add(Nd4j.create(DataType.FLOAT, numbers));
      }
    }
  }

  private void release() {
    plans.values().forEach(StripPlan::close);
    plans.clear();
    buffers.forEach(INDArray::close);
    buffers.clear();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      release();
      stages.forEach(StripStage::close);
    }
  }
}
