package dev.icrstreams.classify;

import dev.icrstreams.data.DigitSet;
import dev.icrstreams.data.ShippedDigits;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Batches a second through the shipped network: ours, and ONNX Runtime as the yardstick. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class ClassifierBenchmark {
  /** Digits a batch. */
  @Param({"1", "8", "32"})
  int batch;

  private float[] pixels;
  private float[] planes;
  private DigitClassifier ours;
  private OnnxClassifier onnxRuntime;

  /** Loads the model twice. */
  @Setup(Level.Trial)
  public void load() throws Exception {
    pixels = digits(batch);
    planes = planar(pixels);
    ours = new DigitClassifier(DigitModel.builtIn());
    onnxRuntime = new OnnxClassifier(DigitModel.builtIn(), batch);
  }

  /** The project's classifier. */
  @Benchmark
  public float[][] ours() {
    return ours.classify(pixels, batch);
  }

  /** The same weights in ONNX Runtime. */
  @Benchmark
  public float[][] onnxRuntime() throws Exception {
    return onnxRuntime.classify(planes);
  }

  /** Frees native memory. */
  @TearDown(Level.Trial)
  public void close() throws Exception {
    ours.close();
    onnxRuntime.close();
  }

  /** The first digits that ship in the jar: {@code [n, 28, 28, channels]}, flat. */
  static float[] digits(int n) {
    InputEncoder encoder = new InputEncoder(InputEncoder.CHANNELS);
    float[] pixels = new float[n * encoder.length()];
    DigitSet digits = ShippedDigits.load();
    for (int i = 0; i < n; i++) {
      encoder.encode(digits.images().get(i), null, pixels, i);
    }
    return pixels;
  }

  /** The same with the channels one after the other, as ONNX has them. */
  static float[] planar(float[] pixels) {
    int channels = InputEncoder.CHANNELS;
    float[] planes = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      int digit = i / (channels * DigitNormaliser.PIXELS);
      int place = i / channels % DigitNormaliser.PIXELS;
      planes[(digit * channels + i % channels) * DigitNormaliser.PIXELS + place] = pixels[i];
    }
    return planes;
  }
}
