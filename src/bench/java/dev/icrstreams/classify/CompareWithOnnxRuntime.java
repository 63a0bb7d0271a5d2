package dev.icrstreams.classify;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Checks that both engines give the same probabilities, runs {@link ClassifierBenchmark}, and
 * prints digits a second side by side.
 */
public final class CompareWithOnnxRuntime {
  private static final double TOLERANCE = 1e-4;
  private static final int[] BATCHES = {1, 8, 32};

  private CompareWithOnnxRuntime() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    double difference = largestDifference();
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(ClassifierBenchmark.class.getName())
                    .threads(1)
                    .build())
            .run();
    print(System.out, results, difference);
    if (difference > TOLERANCE) {
      throw new IllegalStateException("The outputs differ by more than " + TOLERANCE);
    }
  }

  private static double largestDifference() throws Exception {
    double largest = 0;
    DigitModel model = DigitModel.builtIn();
    try (DigitClassifier ours = new DigitClassifier(model)) {
      for (int n : BATCHES) {
        float[] pixels = ClassifierBenchmark.digits(n);
        try (OnnxClassifier onnxRuntime = new OnnxClassifier(model, n)) {
          float[][] expected = onnxRuntime.classify(pixels);
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

  private static void print(PrintStream out, Collection<RunResult> results, double difference) {
    Map<String, Double> digitsPerSecond = new TreeMap<>();
    for (RunResult result : results) {
      int batch = Integer.parseInt(result.getParams().getParam("batch"));
      String engine = result.getPrimaryResult().getLabel();
      digitsPerSecond.put(engine + batch, batch * result.getPrimaryResult().getScore());
    }
    ModelMetadata model = DigitModel.builtIn().metadata();
    out.printf("%n%s, %.2f MFLOP a digit, 1 thread%n", model.version(), model.megaflopPerDigit());
    out.printf(
        "%5s  %14s  %21s  %5s%n", "batch", "ours, digits/s", "ONNX Runtime, digits/s", "ratio");
    for (int batch : BATCHES) {
      double ours = digitsPerSecond.get("ours" + batch);
      double yardstick = digitsPerSecond.get("onnxRuntime" + batch);
      out.printf("%5d  %14.0f  %22.0f  %5.2f%n", batch, ours, yardstick, ours / yardstick);
    }
    out.printf("largest difference between the probabilities: %.1e%n", difference);
  }
}
