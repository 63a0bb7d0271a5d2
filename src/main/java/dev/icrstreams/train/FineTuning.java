package dev.icrstreams.train;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.read.FieldReader;
import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.extra.ExtraFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Training that goes on from a model in use with labelled fields of the user's own, and makes a
 * candidate that {@code icr promote} can compare with it: a folder with both networks.
 *
 * @param fields the labelled fields
 * @param from the model to go on from
 * @param out receives the candidate
 * @param file the name that the network has there
 */
public record FineTuning(Path fields, Path from, Path out, String file) {
  /** Epochs, unless somebody asks for others, of the digit network. */
  public static final int DIGIT_EPOCHS = 3;

  /** The same of the sequence network. */
  public static final int SEQUENCE_EPOCHS = 6;

  /**
   * Checks what can be checked before anything is read.
   *
   * @throws ConfigException if it cannot work; the message tells why
   */
  public FineTuning {
    if (from == null) {
      throw new ConfigException(
          "--extra needs --from: a few fields improve a trained model, they do not make one");
    }
    if (!Files.isDirectory(fields)) {
      throw new ConfigException("there is no folder " + fields + " to learn from");
    }
    if (from.toAbsolutePath().normalize().getParent().equals(out.toAbsolutePath().normalize())) {
      throw new ConfigException(
          "--out must not be the folder of --from: icr promote compares the two");
    }
  }

  /**
   * Of a network of the reader.
   *
   * @throws ConfigException if it cannot work; the message tells why
   */
  public static FineTuning of(Declaration declaration, Path fields, Path from, Path out) {
    if (!declaration.isOfTheReader()) {
      throw new ConfigException(
          "--extra is for the networks of the reader, which " + declaration.name() + " is not");
    }
    return new FineTuning(
        fields, from, out, isSequence(declaration) ? DigitModel.SEQUENCE_FILE : DigitModel.FILE);
  }

  /** Epochs, unless somebody asks for others: fewer than are declared. */
  public static int epochs(Declaration declaration) {
    return isSequence(declaration) ? SEQUENCE_EPOCHS : DIGIT_EPOCHS;
  }

  private static boolean isSequence(Declaration declaration) {
    return declaration.kind() == Declaration.Kind.STRIPS;
  }

  /**
   * The fields, to be read with the model to go on from and, as its other network, the one that
   * {@link #other} tells.
   *
   * @throws IOException if a model cannot be read
   */
  public ExtraFolder folder(Config config) throws IOException {
    DigitModel begun = DigitModel.load(from);
    DigitModel other = other(config);
    return file.equals(DigitModel.FILE)
        ? new ExtraFolder(fields, config, begun, other)
        : new ExtraFolder(fields, config, other, begun);
  }

  /**
   * Puts the other network into the folder of the candidate if it is not there: the two are
   * calibrated, compared and put to use together.
   */
  public void complete(Config config) throws IOException {
    Path target = out.resolve(otherFile());
    if (!Files.exists(target)) {
      other(config).save(target);
    }
  }

  /** Of the folder of the candidate, else as configured. */
  private DigitModel other(Config config) throws IOException {
    Path candidate = out.resolve(otherFile());
    if (Files.exists(candidate)) {
      return DigitModel.load(candidate);
    }
    boolean digits = otherFile().equals(DigitModel.FILE);
    return digits ? FieldReader.model(config) : FieldReader.sequenceModel(config);
  }

  private String otherFile() {
    return file.equals(DigitModel.FILE) ? DigitModel.SEQUENCE_FILE : DigitModel.FILE;
  }
}
