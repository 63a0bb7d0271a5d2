package dev.icrstreams.classify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/**
 * A trained network as a file, checked against its metadata. Immutable and safe for use by several
 * threads; each thread makes a {@link DigitClassifier} of its own from it.
 */
public final class DigitModel {
  /** File name of the shipped model; its metadata has {@code .json} for {@code .zip}. */
  public static final String FILE = "icr-digits.zip";

  /** File name of the shipped model of the sequence reader. */
  public static final String SEQUENCE_FILE = "icr-sequence.zip";

  private final byte[] file;
  private final ModelMetadata metadata;

  private DigitModel(byte[] file, ModelMetadata metadata, String where) throws IOException {
    this.file = file;
    this.metadata = metadata;
    String found = sha256(file);
    if (!found.equals(metadata.sha256())) {
      throw new IOException(
          where + " has SHA-256 " + found + ", but its metadata names " + metadata.sha256());
    }
  }

  /**
   * The model in the jar.
   *
   * @throws UncheckedIOException if it is missing or damaged
   */
  public static DigitModel builtIn() {
    return builtIn(FILE);
  }

  /**
   * The model of that file name in the jar.
   *
   * @throws UncheckedIOException if it is missing or damaged
   */
  public static DigitModel builtIn(String file) {
    String name = "/model/" + file;
    try {
      return new DigitModel(
          resource(name), ModelMetadata.fromJson(resource(metadataName(name))), name);
    } catch (IOException e) {
      throw new UncheckedIOException("The built-in model cannot be used: " + e.getMessage(), e);
    }
  }

  /**
   * Loads a model from a file, with its metadata in the {@code .json} file beside it.
   *
   * @throws IOException if a file is missing, or the model is not the one that the metadata
   *     describes; the message names the file
   */
  public static DigitModel load(Path file) throws IOException {
    Path metadata = file.resolveSibling(metadataName(file.getFileName().toString()));
    return new DigitModel(read(file), ModelMetadata.fromJson(read(metadata)), file.toString());
  }

  /**
   * A model that is on no disk yet.
   *
   * @throws IOException if it is not the one that the metadata describes
   */
  public static DigitModel of(byte[] file, ModelMetadata metadata) throws IOException {
    return new DigitModel(file.clone(), metadata, metadata.version());
  }

  /** What is known about the model. */
  public ModelMetadata metadata() {
    return metadata;
  }

  /**
   * A network of the caller's own, as Deeplearning4j knows it.
   *
   * @throws IOException if the file holds no such network
   */
  public MultiLayerNetwork network() throws IOException {
    FastPath.choose();
    return ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(file), false);
  }

  /** Writes the model, and its metadata beside it, each complete or not at all. */
  public void save(Path target) throws IOException {
    replace(target, file);
    replace(
        target.resolveSibling(metadataName(target.getFileName().toString())),
        metadata.toJson().getBytes(StandardCharsets.UTF_8));
  }

  private static void replace(Path target, byte[] content) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    Files.write(part, content);
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The metadata's file name for a model's. */
  public static String metadataName(String file) {
    return file.replaceFirst("\\.zip$", "") + ".json";
  }

  /** The SHA-256 of a file's content, in lower-case hexadecimal. */
  public static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static byte[] read(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IOException("There is no " + file, e);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = DigitModel.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("there is no " + name + " on the class path");
      }
      return in.readAllBytes();
    }
  }
}
