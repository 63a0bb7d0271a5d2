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
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.Stage;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.image.CleanField;
import dev.icrstreams.image.Cleaner;
import dev.icrstreams.image.CleaningListener;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.image.ImageDecoder;
import dev.icrstreams.image.ImageLimits;
import dev.icrstreams.read.confidence.AcceptPolicy;
import dev.icrstreams.read.confidence.Calibration;
import dev.icrstreams.segment.Candidate;
import dev.icrstreams.segment.SegmentListener;
import dev.icrstreams.segment.Segmenter;
import dev.icrstreams.segment.cut.Cuts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads fields: one image in, one {@link Reading} out. The stages can be called one by one, as the
 * stream's nodes do, or all at once with {@link #read}. Holds a model in native memory: one reader
 * for one thread, closed by it.
 */
public final class FieldReader implements AutoCloseable {
  private final ImageDecoder decoder;
  private final ColourDropout colourDropout;
  private final Set<Part> without;
  private final Segmenter segmenter;
  private final DigitClassifier classifier;
  private final SequenceReader sequence;
  private final Calibration calibration;
  private final AcceptPolicy policy;
  private final AllowedLists lists;
  private final String modelVersion;
  private final StageListener listener;

  /** A reader with a calibration of the caller's, and no lists of allowed numbers. */
  public FieldReader(
      Config config,
      DigitModel model,
      DigitModel sequenceModel,
      Calibration calibration,
      StageListener listener) {
    this(config, model, sequenceModel, calibration, AllowedLists.NONE, Set.of(), listener);
  }

  private FieldReader(
      Config config,
      DigitModel model,
      DigitModel sequenceModel,
      Calibration calibration,
      AllowedLists lists,
      Set<Part> without,
      StageListener listener) {
    this.without = Set.copyOf(without);
    this.decoder = new ImageDecoder(ImageLimits.from(config));
    this.classifier = new DigitClassifier(model);
    this.segmenter =
        new Segmenter(
            config,
            classifier.classes() > DigitClassifier.NO_DIGIT && !without.contains(Part.REJECT_CLASS)
                ? Cuts.EVERY_GOOD
                : Cuts.LIKELIEST);
    this.sequence = new SequenceReader(sequenceModel, this.without);
    this.colourDropout =
        new ColourDropout(
            new Cleaner(!without.contains(Part.LEVELLING), !without.contains(Part.FORM_DROPOUT)),
            sequence);
    this.calibration = calibration;
    this.policy = new AcceptPolicy(calibration, config.get(Keys.MAX_ERROR_RATE));
    this.lists = lists;
    this.modelVersion = model.metadata().version() + "+" + sequenceModel.metadata().version();
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
    return create(config, lists, Set.of(), listener);
  }

  /**
   * A reader that does without some parts, for measurements: its confidences mean nothing, since
   * the calibration is of the whole.
   */
  public static FieldReader without(Set<Part> parts, Config config, StageListener listener) {
    return create(config, AllowedLists.load(config), parts, listener);
  }

  private static FieldReader create(
      Config config, AllowedLists lists, Set<Part> without, StageListener listener) {
    DigitModel model = model(config);
    Calibration calibration = Calibration.storedWith(model.metadata());
    return new FieldReader(
        config, model, sequenceModel(config), calibration, lists, without, listener);
  }

  /**
   * The model that the configuration names.
   *
   * @throws UncheckedIOException if there is no usable one; the message names it
   */
  public static DigitModel model(Config config) {
    return model(config.get(Keys.MODEL_PATH), DigitModel.FILE);
  }

  /**
   * The sequence reader's model that the configuration names.
   *
   * @throws UncheckedIOException if there is no usable one; the message names it
   */
  public static DigitModel sequenceModel(Config config) {
    return model(config.get(Keys.SEQUENCE_MODEL_PATH), DigitModel.SEQUENCE_FILE);
  }

  private static DigitModel model(String path, String builtIn) {
    try {
      return path.isEmpty() ? DigitModel.builtIn(builtIn) : DigitModel.load(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the model " + path + ": " + e.getMessage(), e);
    }
  }

  /** All stages at once. */
  public Reading read(byte[] image, Constraints constraints) {
    check(constraints);
    GreyImage grey = decode(image);
    Segmentation segmentation = segment(grey);
    return search(grey, segmentation, classify(segmentation), constraints);
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

  /** Grey pixels to what both readers work on. */
  public Segmentation segment(GreyImage image) {
    return segment(clean(image, CleaningListener.NONE), SegmentListener.NONE);
  }

  /** Grey pixels to clean ink; of ink in two colours, to what is the writing. */
  public CleanField clean(GreyImage image, CleaningListener seen) {
    return timed(Stage.CLEAN, () -> colourDropout.clean(image, seen));
  }

  /** Clean ink to the lattice of digit candidates. */
  public Segmentation segment(CleanField field, SegmentListener seen) {
    return timed(Stage.SEGMENT, () -> new Segmentation(field, segmenter.segment(field, seen)));
  }

  /** All candidates in one batch through the digit CNN, the field through the sequence CNN. */
  public Scores classify(Segmentation segmentation) {
    return timed(
        Stage.CLASSIFY,
        () ->
            new Scores(
                judged(
                    classifier.logProbabilities(
                        segmentation.lattice().candidates().stream().map(Candidate::ink).toList(),
                        segmentation.lattice().candidates().stream()
                            .map(Candidate::view)
                            .toList())),
                sequence.read(segmentation.clean())));
  }

  /** Without the class for what is no digit where a reader is to do without it. */
  private float[][] judged(float[][] logProbabilities) {
    if (without.contains(Part.REJECT_CLASS)) {
      Arrays.setAll(
          logProbabilities, i -> Arrays.copyOf(logProbabilities[i], DigitClassifier.NO_DIGIT));
    }
    return logProbabilities;
  }

  /** What both readers found to what is written there. */
  public Reading search(
      GreyImage image, Segmentation segmentation, Scores scores, Constraints constraints) {
    return search(image, segmentation, scores, constraints, SearchListener.NONE);
  }

  /**
   * The same, for somebody who wants to see what the reading is made of. Boxes come out in the
   * file's pixels.
   */
  public Reading search(
      GreyImage image,
      Segmentation segmentation,
      Scores scores,
      Constraints constraints,
      SearchListener seen) {
    return timed(
        Stage.SEARCH,
        () ->
            new ReadingBuilder(
                    segmentation,
                    scores,
                    calibration,
                    inks -> judged(classifier.logProbabilities(inks)),
                    Part.weightsWithout(without),
                    seen)
                .build(
                    Rules.of(constraints, lists),
                    image.pages() > 1 ? List.of(Notice.FIRST_PAGE_ONLY) : List.of())
                .placed(image::toFile));
  }

  /** Where a reading goes. */
  public Decision decide(Reading reading) {
    return policy.decide(reading);
  }

  /** What turns this reader's scores into confidences. */
  public Calibration calibration() {
    return calibration;
  }

  /** The confidence from which on numbers are accepted; infinite if none are. */
  public double threshold() {
    return policy.threshold();
  }

  /** How readings of this reader would be decided under another error budget, 0 to 1. */
  public AcceptPolicy policy(double maxErrorRate) {
    return new AcceptPolicy(calibration, maxErrorRate);
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
    sequence.close();
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
