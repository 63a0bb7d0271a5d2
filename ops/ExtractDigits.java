import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Extracts the digits that ship with the project: the first 40 of each class in MNIST's test files,
 * in the files' order. Needs nothing but a JDK, 17 or later:
 *
 * <pre>java ops/ExtractDigits.java MNIST_DIR src/main/resources/digits</pre>
 *
 * MNIST_DIR holds the unpacked t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte.
 */
final class ExtractDigits {
  private static final int PER_CLASS = 40;
  private static final int HEADER = 16;
  private static final int PIXELS = 28 * 28;

  private ExtractDigits() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("usage: java ops/ExtractDigits.java MNIST_DIR OUT_DIR");
      System.exit(2);
    }
    Path from = Path.of(arguments[0]);
    byte[] images = Files.readAllBytes(from.resolve("t10k-images-idx3-ubyte"));
    byte[] labels = Files.readAllBytes(from.resolve("t10k-labels-idx1-ubyte"));
    int[] taken = new int[10];
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    ByteArrayOutputStream values = new ByteArrayOutputStream();
    int count = ByteBuffer.wrap(labels).getInt(4);
    for (int i = 0; i < count; i++) {
      byte value = labels[8 + i];
      if (taken[value]++ < PER_CLASS) {
        pixels.write(images, HEADER + i * PIXELS, PIXELS);
        values.write(value);
      }
    }
    Path to = Path.of(arguments[1]);
    write(to.resolve("digits-images-idx3-ubyte.gz"), pixels, 0x803, values.size(), 28, 28);
    write(to.resolve("digits-labels-idx1-ubyte.gz"), values, 0x801, values.size());
  }

  private static void write(Path file, ByteArrayOutputStream body, int... header)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out))) {
      for (int word : header) {
        data.writeInt(word);
      }
      body.writeTo(data);
    }
  }
}
