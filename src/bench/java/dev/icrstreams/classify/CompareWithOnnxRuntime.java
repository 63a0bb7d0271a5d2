package dev.icrstreams.classify;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Checks that both engines give the same probabilities, runs {@link ClassifierBenchmark}, and
 * prints digits a second side by side. The engines take turns for some rounds and the median
 * counts, so that other work on the machine does not meet one of them alone.
 */
public final class CompareWithOnnxRuntime {
  private static final double TOLERANCE = 1e-4;
  private static final int ROUNDS = 3;
  private static final int[] BATCHES = {1, 8, 32};

  private CompareWithOnnxRuntime() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    double difference = largestDifference();
    Map<String, List<Double>> rates = new TreeMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (int batch : BATCHES) {
        for (RunResult result : measure(batch)) {
          String key = result.getPrimaryResult().getLabel() + batch;
          double digits = batch * result.getPrimaryResult().getScore();
          rates.computeIfAbsent(key, k -> new ArrayList<>()).add(digits);
        }
      }
    }
    print(System.out, rates, difference);
    if (difference > TOLERANCE) {
      throw new IllegalStateException("The outputs differ by more than " + TOLERANCE);
    }
  }

  private static Collection<RunResult> measure(int batch) throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(ClassifierBenchmark.class.getName())
                .param("batch", Integer.toString(batch))
                .threads(1)
                .build())
        .run();
  }

  private static double median(List<Double> rates) {
    return rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow();
  }

  private static double largestDifference() throws Exception {
    double largest = 0;
    DigitModel model = DigitModel.builtIn();
    try (DigitClassifier ours = new DigitClassifier(model)) {
      for (int n : BATCHES) {
        float[] pixels = ClassifierBenchmark.digits(n);
        try (OnnxClassifier onnxRuntime = new OnnxClassifier(model, n)) {
          float[][] expected = onnxRuntime.classify(ClassifierBenchmark.planar(pixels));
          float[][] found = ours.classify(pixels, n);
          for (int i = 0; i < n; i++) {
            for (int c = 0; c < expected[i].length; c++) {
              largest = Math.max(largest, Math.abs(Math.exp(found[i][c]) - expected[i][c]));
            }
          }
        }
      }
    }
    return largest;
  }

  private static void print(PrintStream out, Map<String, List<Double>> rates, double difference) {
    ModelMetadata model = DigitModel.builtIn().metadata();
    out.printf("%n%s, %.2f MFLOP a digit, 1 thread%n", model.version(), model.megaflop());
    out.printf(
        "%5s  %14s  %21s  %5s%n", "batch", "ours, digits/s", "ONNX Runtime, digits/s", "ratio");
    for (int batch : BATCHES) {
      double ours = median(rates.get("ours" + batch));
      double yardstick = median(rates.get("onnxRuntime" + batch));
      out.printf("%5d  %14.0f  %22.0f  %5.2f%n", batch, ours, yardstick, ours / yardstick);
    }
    out.printf("largest difference between the probabilities: %.1e%n", difference);
  }
}
