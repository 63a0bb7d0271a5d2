package dev.icrstreams.train;

import dev.icrstreams.classify.DigitNormaliser;
import dev.icrstreams.classify.InputEncoder;
import dev.icrstreams.train.network.Layout;
import dev.icrstreams.train.network.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The layouts of digit networks, by name.
 *
 * <p>Each is declared as a row of stages: {@code c3x32} is a 3 x 3 convolution to 32 channels with
 * ReLU that keeps the size, {@code v3x32} the same without padding, {@code p} is 2 x 2 max-pooling,
 * {@code d128} a dense layer of 128 with ReLU; the output follows by itself.
 */
public final class DigitLayout {
  /** The layout of the shipped model. */
  public static final String DEFAULT = "icr-cnn-11m";

  /** Ten digits, and what is not one digit. */
  static final int CLASSES = 11;

  private static final Map<String, List<String>> KNOWN =
      Map.of(
          DEFAULT,
          List.of("c3x16", "p", "c3x32", "c3x32", "p", "c3x64", "v3x64", "v3x128", "d128"),
          "icr-cnn-1m",
          List.of("c3x8", "p", "c3x16", "p", "c3x32", "p", "d32"));

  private DigitLayout() {}

  /** The names that there are, in alphabetical order. */
  public static List<String> names() {
    return KNOWN.keySet().stream().sorted().toList();
  }

  /**
   * The layout of this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those that there are
   */
  static Layout named(String name) {
    List<String> declared = KNOWN.get(name);
    if (declared == null) {
      throw new IllegalArgumentException("No network " + name + "; there are " + names());
    }
    List<Stage> stages = new ArrayList<>();
    int size = DigitNormaliser.SIZE;
    for (String each : declared) {
      Stage stage = stage(each, size);
      size = stage.rows(size);
      stages.add(stage);
    }
    stages.add(Stage.valid(size, size, CLASSES, false));
    return new Layout(
        name, DigitNormaliser.SIZE, DigitNormaliser.SIZE, InputEncoder.CHANNELS, stages);
  }

  private static Stage stage(String declared, int size) {
    if (declared.equals("p")) {
      return Stage.pool(2, 2);
    }
    int outputs = Integer.parseInt(declared.replaceFirst("^d|^.*x", ""));
    int kernel = declared.charAt(0) == 'd' ? size : declared.charAt(1) - '0';
    return declared.charAt(0) == 'c'
        ? Stage.same(kernel, outputs)
        : Stage.valid(kernel, kernel, outputs, true);
  }
}
