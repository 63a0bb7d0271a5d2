package dev.icrstreams.train.declare;

import dev.icrstreams.train.descent.Descent;

/**
 * How a network is fitted, as declared.
 *
 * @param batch images a step
 * @param epochs passes over the training images
 * @param validation what is held out: a share of the images below 1, else their number
 * @param patience epochs without a better one after which training stops; more than there are if
 *     none is declared
 * @param rate the learning rate, a schedule's highest
 * @param rateFromModel the same for a training that goes on from a model's weights
 * @param schedule how the rate changes
 * @param warmUp epochs in which the rate climbs
 * @param labelSmoothing probability that is spread over all classes
 * @param limit only the first so many images; 0 for all
 * @param seed of every random choice
 * @param descent how weights move
 */
public record Fitting(
    int batch,
    int epochs,
    double validation,
    int patience,
    double rate,
    double rateFromModel,
    Schedule schedule,
    double warmUp,
    double labelSmoothing,
    int limit,
    long seed,
    Descent descent) {
  static final String[] KEYS = {
    "batch",
    "epochs",
    "validation",
    "patience",
    "optimiser",
    "rate",
    "rate-from-model",
    "schedule",
    "warm-up",
    "label-smoothing",
    "square-decay",
    "weight-decay",
    "l2",
    "clip",
    "averaging",
    "limit",
    "seed"
  };

  private static final int MANY = 1_000_000;

  /** How a learning rate changes. */
  public enum Schedule {
    /** Not at all. */
    CONSTANT,
    /** Half a cosine, down to almost nothing. */
    COSINE,
    /** To a tenth after half of the epochs, and to a hundredth after three quarters. */
    STEPS
  }

  static Fitting of(Section section) {
    int epochs = section.whole("epochs", 1, 1, MANY);
    double rate = section.number("rate", 1e-3, 1e-9, 10);
    double validation = section.number("validation", 0.2, 1e-3, MANY);
    if (validation < 1 && validation > 0.5) {
      throw section.wrong("validation", "holds out over half of the images: " + validation);
    }
    return new Fitting(
        section.whole("batch", 128, 1, 100_000),
        epochs,
        validation,
        section.whole("patience", MANY, 1, MANY),
        rate,
        section.number("rate-from-model", rate, 1e-9, 10),
        section.choice("schedule", Schedule.class, Schedule.CONSTANT),
        section.number("warm-up", 0, 0, epochs),
        section.number("label-smoothing", 0, 0, 0.9),
        section.whole("limit", 0, 0, 100 * MANY),
        section.whole("seed", 20, 0, Integer.MAX_VALUE),
        new Descent(
            section.choice("optimiser", Descent.Method.class, Descent.Method.ADAM),
            section.number("square-decay", 0.999, 0, 0.999999),
            section.number("weight-decay", 0, 0, 1),
            section.number("l2", 0, 0, 10),
            section.number("clip", 0, 0, 1e6),
            section.number("averaging", 0, 0, 0.999999)));
  }
}
