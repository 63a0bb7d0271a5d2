package dev.icrstreams.train.run;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Training runs for tests, small and made up. */
public final class Runs {
  private Runs() {}

  /** A network's run of two epochs over three classes, tested on 300 images, 6 of them wrong. */
  public static TrainingRun network(String name) {
    return new TrainingRun(
        name,
        name + "-0a1b2c3d",
        "./icr train --network " + name,
        7,
        Map.of("train-images-idx3-ubyte", "ab12"),
        12345,
        1.5,
        600,
        60,
        new int[] {200, 150, 250},
        List.of(
            new TrainingRun.Epoch(1, 0.001, 0.5, 0.85, 0.4, 0.88, 12.5),
            new TrainingRun.Epoch(2, 0.0005, 0.2, 0.95, 0.3, 0.92, 12.25)),
        2,
        24.75,
        48.5,
        "2 processors, Java 17",
        List.of(new TrainingRun.Augmented(4, png(10), png(200))),
        test());
  }

  /** A classical model's run: one epoch for its validation, no pictures, no known work. */
  public static TrainingRun classical(String name) {
    TrainingRun run = network(name);
    return new TrainingRun(
        name,
        run.version(),
        run.command(),
        run.seed(),
        run.data(),
        0,
        null,
        600,
        60,
        run.classes(),
        List.of(new TrainingRun.Epoch(1, 0, null, null, 0.3, 0.9125, 3)),
        1,
        3,
        200,
        run.environment(),
        List.of(),
        new Test("test", test().confusion(), null, 900, List.of(), List.of()));
  }

  /** The run before its test. */
  public static TrainingRun untested(TrainingRun run) {
    return tested(run, null);
  }

  /** The run with another test, or null for none. */
  public static TrainingRun tested(TrainingRun run, Test test) {
    return new TrainingRun(
        run.network(),
        test == null ? "" : run.version(),
        run.command(),
        run.seed(),
        run.data(),
        run.parameters(),
        run.megaflop(),
        run.images(),
        run.validationImages(),
        run.classes(),
        run.epochs(),
        run.chosenEpoch(),
        run.seconds(),
        run.imagesPerSecond(),
        run.environment(),
        run.samples(),
        test);
  }

  /** The test on another set. */
  public static Test set(Test test, String set) {
    return new Test(
        set,
        test.confusion(),
        test.loss(),
        test.digitsPerSecond(),
        test.reliability(),
        test.worst());
  }

  private static Test test() {
    return new Test(
        "test",
        new int[][] {{98, 2, 0}, {0, 100, 0}, {3, 1, 96}},
        0.0625,
        5000,
        List.of(new Test.Bin(0, 0.5, 0, 0, 0), new Test.Bin(0.5, 1, 300, 0.97, 0.98)),
        List.of(new Test.Miss(17, 2, 0, 0.9375, png(99))));
  }

  private static byte[] png(int grey) {
    BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(14, 14, 0, grey);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
