package dev.icrstreams.data;

import dev.icrstreams.field.Ink;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The digits that ship with the project: the first 40 of each class in MNIST's test files, in the
 * files' order (see NOTICE). {@code ops/ExtractDigits.java} extracts them. No network is trained on
 * them.
 */
public final class ShippedDigits {
  private static final String IMAGES = "/digits/digits-images-idx3-ubyte.gz";
  private static final String LABELS = "/digits/digits-labels-idx1-ubyte.gz";

  private ShippedDigits() {}

  /** The 400 digits. */
  public static DigitSet load() {
    try (InputStream images = open(IMAGES);
        InputStream labels = open(LABELS)) {
      List<Ink> inks = IdxFiles.images(images, IMAGES);
      return new DigitSet(inks, IdxFiles.labels(labels, LABELS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = ShippedDigits.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("the jar lacks " + name);
    }
    return new GZIPInputStream(in);
  }
}
