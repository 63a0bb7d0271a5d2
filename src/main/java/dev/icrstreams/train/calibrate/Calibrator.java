package dev.icrstreams.train.calibrate;

import dev.icrstreams.classify.DigitClassifier;
import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.data.DigitSet;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.read.FieldReader;
import dev.icrstreams.read.SearchListener;
import dev.icrstreams.read.Segmentation;
import dev.icrstreams.read.confidence.Calibration;
import dev.icrstreams.synth.DrawnField;
import dev.icrstreams.synth.FieldSynthesizer;
import dev.icrstreams.synth.Recipe;
import dev.icrstreams.synth.RecipeMix;
import dev.icrstreams.synth.style.HandMix;
import dev.icrstreams.train.model.ModelWriter;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.source.DigitSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Measures what a model's scores are worth: reads synthetic fields, composed of digits that the
 * network did not learn from, and counts how often the number was right. The same digits, seed and
 * model give the same calibration, whatever the threads.
 */
public final class Calibrator {
  /** Fields for the shipped calibration. */
  public static final int FIELDS = 96_000;

  /** Seed of the fields for the shipped calibration. */
  public static final long SEED = 7064;

  /**
   * With as many blank fields as forms have, round amounts, scans that show more than the field,
   * words beside numbers, letters in cells and faxes.
   */
  private static final RecipeMix MIX =
      RecipeMix.MIXED
          .and(Recipe.BLANK, 15)
          .and(Recipe.ROUND, 5)
          .and(Recipe.MARKED, 4)
          .and(Recipe.OVERPRINTED, 4)
          .and(Recipe.DENOMINATED, 6)
          .and(Recipe.PROMPTED, 4)
          .and(Recipe.FAXED, 4);

  /** One field in so many is for the weights. */
  private static final int SHARE_FOR_WEIGHTS = 3;

  /**
   * Two of three fields are by hands freer than any that the networks learnt from, as people's are.
   */
  private static final List<HandMix> HANDS =
      List.of(HandMix.MIXED, HandMix.UNFAMILIAR, HandMix.UNFAMILIAR);

  /** Levels at which the risk is noted. */
  private static final int LEVELS = 100;

  private final Config config;
  private final DigitModel model;
  private final DigitModel sequence;
  private final DigitSet heldOut;

  /**
   * A calibrator of a reader with these two networks.
   *
   * @param heldOut digits of the training half that neither was trained on
   */
  public Calibrator(Config config, DigitModel model, DigitModel sequence, DigitSet heldOut) {
    this.config = config;
    this.model = model;
    this.sequence = sequence;
    this.heldOut = heldOut;
  }

  /** Whether a plan's directory holds a digit CNN: its file is where the calibration is kept. */
  public static boolean possible(TrainingPlan plan) {
    return Files.exists(plan.out().resolve(DigitModel.FILE));
  }

  /**
   * Calibrates the digit CNN in a plan's directory and stores the outcome with it. The sequence CNN
   * is the one that the configuration names, else the one in the directory, else the built-in one.
   *
   * @param plan how it was trained: tells which digits were held out
   * @param progress is told how many fields are done, from several threads
   * @throws IOException if there is no such model, or no data
   */
  public static Calibration calibrate(
      TrainingPlan plan, Config config, int fields, int threads, IntConsumer progress)
      throws IOException, InterruptedException {
    ModelWriter writer = new ModelWriter(plan, DigitModel.FILE);
    DigitSet heldOut = DigitSplit.of(plan).validation();
    Calibration calibration =
        new Calibrator(config, writer.written(), sequenceModel(plan, config), heldOut)
            .calibrate(fields, SEED, threads, progress);
    writer.addCalibration(calibration.toJson());
    return calibration;
  }

  static DigitModel sequenceModel(TrainingPlan plan, Config config) throws IOException {
    Path trained = plan.out().resolve(DigitModel.SEQUENCE_FILE);
    return config.get(Keys.SEQUENCE_MODEL_PATH).isEmpty() && Files.exists(trained)
        ? DigitModel.load(trained)
        : FieldReader.sequenceModel(config);
  }

  /**
   * What came of one field.
   *
   * @param evidence for the number; null without one
   * @param holdsNumber whether a number is written
   * @param right whether exactly that was read
   * @param outcome what it was taken for
   * @param doubted whether it goes to review whatever its score
   */
  private record Trial(
      double[] evidence, boolean holdsNumber, boolean right, Outcome outcome, boolean doubted) {}

  private record Scored(double score, Trial trial) {}

  /**
   * Reads that many fields.
   *
   * @param progress is told how many fields are done, from several threads
   */
  public Calibration calibrate(int fields, long seed, int threads, IntConsumer progress)
      throws InterruptedException {
    double temperature = temperature();
    List<Trial> trials = trials(fields, seed, threads, temperature, progress);
    // what the weights were fitted to must not tell how good they are
    int first = fields / SHARE_FOR_WEIGHTS;
    List<Trial> forWeights = numbers(trials.subList(0, first));
    List<Trial> forCurve = numbers(trials.subList(first, fields));
    AdditiveFit.Lines lines =
        AdditiveFit.fit(
            forWeights.stream().map(Trial::evidence).toList(),
            forWeights.stream().map(Trial::right).toList());
    Calibration scoring =
        Calibration.NONE.withTemperature(temperature).withWeights(lines.weights(), lines.bends());
    List<Scored> scored =
        forCurve.stream()
            .map(trial -> new Scored(scoring.score(trial.evidence()), trial))
            .sorted(Comparator.comparingDouble(Scored::score))
            .toList();
    List<Calibration.Point> curve =
        IsotonicCurve.fit(
            scored.stream().mapToDouble(Scored::score).toArray(),
            scored.stream().map(each -> each.trial().right()).toList());
    Calibration curved =
        new Calibration(
            temperature,
            scoring.weights(),
            scoring.bends(),
            curve,
            List.of(),
            blanks(trials),
            fields,
            source(seed));
    return curved.withRisk(risk(scored, curved));
  }

  private static List<Trial> numbers(List<Trial> trials) {
    return trials.stream().filter(trial -> trial.outcome() == Outcome.NUMBER).toList();
  }

  private String source(long seed) {
    return "synthetic fields, recipe mixed with more blank ones, round amounts, marked, overprinted, denominated, prompted and faxed ones, two thirds of them by unfamiliar hands, of "
        + heldOut.size()
        + " digits held out of the training half, seed "
        + seed;
  }

  private List<Trial> trials(
      int fields, long seed, int threads, double temperature, IntConsumer progress)
      throws InterruptedException {
    List<FieldSynthesizer> synthesizers =
        HANDS.stream().map(hands -> new FieldSynthesizer(heldOut, MIX, hands, seed)).toList();
    Calibration raw = Calibration.NONE.withTemperature(temperature);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Trial[] trials = new Trial[fields];
      AtomicInteger done = new AtomicInteger();
      List<Future<?>> shares = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int first = thread;
        shares.add(
            pool.submit(
                () -> {
                  try (FieldReader reader =
                      new FieldReader(config, model, sequence, raw, StageListener.NONE)) {
                    for (int i = first; i < fields; i += threads) {
                      trials[i] = trial(reader, synthesizers.get(i % HANDS.size()).draw(i));
                      progress.accept(done.incrementAndGet());
                    }
                  }
                }));
      }
      for (Future<?> share : shares) {
        share.get();
      }
      return List.of(trials);
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading a synthetic field failed", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static Trial trial(FieldReader reader, DrawnField field) {
    double[][] evidence = new double[1][];
    SearchListener seen =
        new SearchListener() {
          @Override
          public void evidence(double logOdds, double[] found) {
            evidence[0] = found;
          }
        };
    Segmentation segmentation = reader.segment(field.image());
    Reading reading =
        reader.search(
            field.image(), segmentation, reader.classify(segmentation), Constraints.NONE, seen);
    boolean holdsNumber = field.recipe().hasNumber();
    boolean right = holdsNumber && reading.number().equals(field.number());
    return new Trial(
        evidence[0], holdsNumber, right, reading.outcome(), !reading.doubts().isEmpty());
  }

  /** Of the fields that hold a number, those that came out as blank. */
  private static Calibration.Risk blanks(List<Trial> trials) {
    List<Trial> written = trials.stream().filter(Trial::holdsNumber).toList();
    int lost = (int) written.stream().filter(trial -> trial.outcome() == Outcome.BLANK).count();
    return new Calibration.Risk(0, written.size(), lost);
  }

  private static List<Calibration.Risk> risk(List<Scored> scored, Calibration calibration) {
    List<Scored> falling =
        scored.stream()
            .filter(each -> !each.trial().doubted())
            .sorted(Comparator.comparingDouble(Scored::score).reversed())
            .toList();
    List<Calibration.Risk> risk = new ArrayList<>();
    int wrong = 0;
    for (int i = 0; i < falling.size(); i++) {
      wrong += falling.get(i).trial().right() ? 0 : 1;
      double level = calibration.confidence(falling.get(i).score());
      boolean last = i == falling.size() - 1;
      // a level holds all fields that share it, so it may only be noted after the last of them
      if ((last || calibration.confidence(falling.get(i + 1).score()) < level)
          && (last || i + 1 >= (risk.size() + 1) * falling.size() / LEVELS)) {
        risk.add(new Calibration.Risk(level, i + 1, wrong));
      }
    }
    return risk;
  }

  private double temperature() {
    try (DigitClassifier classifier = new DigitClassifier(model)) {
      return TemperatureFit.of(classifier.logProbabilities(heldOut.images()), heldOut.labels());
    }
  }
}
