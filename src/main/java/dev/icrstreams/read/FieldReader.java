package dev.icrstreams.read;

import dev.icrstreams.classify.DigitClassifier;
import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.config.Keys;
import dev.icrstreams.constrain.AllowedLists;
import dev.icrstreams.constrain.Rules;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Decision;
import dev.icrstreams.field.Notice;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.Stage;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.image.Cleaner;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.image.ImageDecoder;
import dev.icrstreams.image.ImageLimits;
import dev.icrstreams.segment.Candidate;
import dev.icrstreams.segment.Lattice;
import dev.icrstreams.segment.Segmenter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads fields: one image in, one {@link Reading} out. The stages can be called one by one, as the
 * stream's nodes do, or all at once with {@link #read}. Holds a model in native memory: one reader
 * for one thread, closed by it.
 */
public final class FieldReader implements AutoCloseable {
  private final ImageDecoder decoder;
  private final Cleaner cleaner = new Cleaner();
  private final Segmenter segmenter;
  private final DigitClassifier classifier;
  private final Calibration calibration;
  private final AcceptPolicy policy;
  private final AllowedLists lists;
  private final String modelVersion;
  private final StageListener listener;

  /** A reader with a calibration of the caller's, and no lists of allowed numbers. */
  public FieldReader(
      Config config, DigitModel model, Calibration calibration, StageListener listener) {
    this(config, model, calibration, AllowedLists.NONE, listener);
  }

  private FieldReader(
      Config config,
      DigitModel model,
      Calibration calibration,
      AllowedLists lists,
      StageListener listener) {
    this.decoder = new ImageDecoder(ImageLimits.from(config));
    this.segmenter = new Segmenter(config);
    this.classifier = new DigitClassifier(model);
    this.calibration = calibration;
    this.policy = new AcceptPolicy(calibration, config.get(Keys.MAX_ERROR_RATE));
    this.lists = lists;
    this.modelVersion = model.metadata().version();
    this.listener = listener;
  }

  /**
   * A reader with the model and the lists that the configuration names and the calibration stored
   * with the model.
   *
   * @throws ConfigException if one of them cannot be used
   */
  public static FieldReader create(Config config, StageListener listener) {
    return create(config, AllowedLists.load(config), listener);
  }

  /** The same with lists that are already loaded: readers of several threads share them. */
  public static FieldReader create(Config config, AllowedLists lists, StageListener listener) {
    DigitModel model = model(config);
    Calibration calibration = Calibration.fromJson(model.metadata().calibration());
    if (!calibration.weights().isEmpty() && calibration.weights().size() != Evidence.LENGTH) {
      throw new ConfigException(
          "the model "
              + model.metadata().version()
              + " was calibrated for another version of the reader; calibrate it anew: icr train"
              + " --calibrate-only");
    }
    return new FieldReader(config, model, calibration, lists, listener);
  }

  /**
   * The model that the configuration names.
   *
   * @throws UncheckedIOException if there is no usable one; the message names it
   */
  public static DigitModel model(Config config) {
    String path = config.get(Keys.MODEL_PATH);
    try {
      return path.isEmpty() ? DigitModel.builtIn() : DigitModel.load(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the model " + path + ": " + e.getMessage(), e);
    }
  }

  /** All stages at once. */
  public Reading read(byte[] image, Constraints constraints) {
    check(constraints);
    GreyImage grey = decode(image);
    Lattice lattice = segment(grey);
    return search(grey, lattice, classify(lattice), constraints);
  }

  /**
   * Whether there is what constraints name, before any work is done.
   *
   * @throws dev.icrstreams.field.RejectedFieldException with INVALID_CONSTRAINT if there is not
   */
  public void check(Constraints constraints) {
    Rules.of(constraints, lists);
  }

  /**
   * An image file to grey pixels.
   *
   * @throws dev.icrstreams.field.RejectedFieldException if it cannot be one
   */
  public GreyImage decode(byte[] image) {
    return timed(Stage.DECODE, () -> decoder.decode(image));
  }

  /** Grey pixels to the lattice of digit candidates. */
  public Lattice segment(GreyImage image) {
    var clean = timed(Stage.CLEAN, () -> cleaner.clean(image));
    return timed(Stage.SEGMENT, () -> segmenter.segment(clean));
  }

  /** All candidates in one batch: {@code [candidates][classes]}, natural-log probabilities. */
  public float[][] classify(Lattice lattice) {
    return timed(
        Stage.CLASSIFY,
        () ->
            classifier.logProbabilities(
                lattice.candidates().stream().map(Candidate::ink).toList()));
  }

  /** Lattice and probabilities to what is written there. */
  public Reading search(
      GreyImage image, Lattice lattice, float[][] logProbabilities, Constraints constraints) {
    return timed(
        Stage.SEARCH,
        () -> {
          List<Notice> notices = image.pages() > 1 ? List.of(Notice.FIRST_PAGE_ONLY) : List.of();
          if (lattice.candidates().isEmpty()) {
            return lattice.isBlank() ? blank(notices) : unreadable(lattice, notices);
          }
          return new ReadingBuilder(lattice, logProbabilities, calibration)
              .build(Rules.of(constraints, lists), notices);
        });
  }

  /** Where a reading goes. */
  public Decision decide(Reading reading) {
    return policy.decide(reading);
  }

  /** Whether any confidence is high enough for the error budget. */
  public boolean acceptsNumbers() {
    return policy.threshold() <= 1;
  }

  /** The version of the model in use. */
  public String modelVersion() {
    return modelVersion;
  }

  @Override
  public void close() {
    classifier.close();
  }

  private Reading blank(List<Notice> notices) {
    Calibration.Risk blanks = calibration.blanks();
    // Laplace's rule of succession: never quite certain
    double confidence = (blanks.accepted() - blanks.wrong() + 1.0) / (blanks.accepted() + 2.0);
    return Reading.withoutDigits(Outcome.BLANK, confidence, List.of(), notices);
  }

  private static Reading unreadable(Lattice lattice, List<Notice> notices) {
    return Reading.withoutDigits(Outcome.UNREADABLE, 0, lattice.doubts(), notices);
  }

  private <T> T timed(Stage stage, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      listener.took(stage, System.nanoTime() - start);
    }
  }
}
