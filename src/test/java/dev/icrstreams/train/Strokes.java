package dev.icrstreams.train;

import dev.icrstreams.data.DigitSet;
import dev.icrstreams.field.Ink;
import dev.icrstreams.train.augment.Pictures;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Ten classes of drawn strokes in place of MNIST, whose files are not in the project. */
public final class Strokes {
  private static final int SIZE = 28;

  private Strokes() {}

  /**
   * A fan of strokes from one corner of the middle, their number and slope given by the class, so
   * that the classes are easy to tell apart.
   */
  public static Ink digit(int label, SplittableRandom random) {
    byte[] values = new byte[SIZE * SIZE];
    double angle = Math.PI * (label % 5) / 5 + random.nextDouble(-0.1, 0.1);
    double dx = 9 * Math.cos(angle);
    double dy = 9 * Math.sin(angle);
    line(values, 14 - dx, 14 - dy, 14 + dx, 14 + dy);
    if (label >= 5) {
      line(values, 14 + dx, 14 + dy, 14 + dx - dy, 14 + dy + dx);
    }
    return new Ink(SIZE, SIZE, values);
  }

  /** A shape without any symmetry: an F. */
  public static Ink letterF() {
    byte[] values = new byte[SIZE * SIZE];
    line(values, 8, 5, 8, 23);
    line(values, 8, 5, 22, 5);
    line(values, 8, 12, 18, 12);
    return new Ink(SIZE, SIZE, values);
  }

  /** Digits of all classes in turn. */
  public static DigitSet digits(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Ink> images = new ArrayList<>();
    byte[] labels = new byte[n];
    for (int i = 0; i < n; i++) {
      images.add(digit(i % 10, random));
      labels[i] = (byte) (i % 10);
    }
    return new DigitSet(images, labels);
  }

  /** Writes a half of a data set as IDX files; prefix {@code train} or {@code t10k}. */
  public static void write(Path directory, String prefix, int n, long seed) throws IOException {
    write(directory, prefix, digits(n, seed));
  }

  /** The same of any digits. */
  public static void write(Path directory, String prefix, DigitSet digits) throws IOException {
    ByteArrayOutputStream images = new ByteArrayOutputStream();
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    header(images, 0x803, digits.size(), SIZE, SIZE);
    header(labels, 0x801, digits.size());
    for (Ink image : digits.images()) {
      images.write(image.values());
    }
    labels.write(digits.labels());
    Files.write(directory.resolve(prefix + "-images-idx3-ubyte"), images.toByteArray());
    Files.write(directory.resolve(prefix + "-labels-idx1-ubyte"), labels.toByteArray());
  }

  /** One digit as an image file, black on white. */
  public static byte[] png(int label, long seed) {
    return Pictures.png(digit(label, new SplittableRandom(seed)));
  }

  private static void header(ByteArrayOutputStream out, int... numbers) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    for (int number : numbers) {
      data.writeInt(number);
    }
  }

  private static void line(byte[] values, double x1, double y1, double x2, double y2) {
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        double distance = distance(x + 0.5, y + 0.5, x1, y1, x2, y2);
        int ink = (int) Math.round(255 * Math.max(0, Math.min(1, 2 - distance)));
        int index = y * SIZE + x;
        values[index] = (byte) Math.max(values[index] & 0xff, ink);
      }
    }
  }

  private static double distance(double x, double y, double x1, double y1, double x2, double y2) {
    double length = (x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1);
    double along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length;
    double t = Math.max(0, Math.min(1, along));
    return Math.hypot(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1));
  }
}
