package dev.icrstreams.train.course;

import dev.icrstreams.train.declare.Fitting;
import dev.icrstreams.train.plan.TrainingListener;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A training from epoch to epoch: learning rate, progress, the best model kept, early stopping, a
 * checkpoint after every epoch and at a pause, and the record beside the model. For one thread.
 */
public final class Course {
  private static final int REPORT_EVERY = 10;

  private final TrainingPlan plan;
  private final Fitting fitting;
  private final TrainingListener listener;
  private final RunRecorder recorder;
  private final Map<String, String> identity;
  private final Path checkpoint;
  private final EarlyStopping stopping;

  /**
   * A course.
   *
   * @param fitting schedule and warm-up; the plan has the rest
   * @param identity what must be the same for a training to go on, beside the plan's own
   */
  public Course(
      TrainingPlan plan,
      Fitting fitting,
      TrainingListener listener,
      RunRecorder recorder,
      Map<String, String> identity) {
    this.plan = plan;
    this.fitting = fitting;
    this.listener = listener;
    this.recorder = recorder;
    this.identity = plan.identity(identity);
    checkpoint = plan.out().resolve(plan.network() + "-" + Checkpoint.FILE);
    stopping = new EarlyStopping(plan.patience());
  }

  /**
   * What came of a course.
   *
   * @param epoch the one whose model is kept
   * @param accuracy of that model on what is held out
   */
  public record Outcome(int epoch, double accuracy) {}

  /**
   * Goes through all epochs that are left.
   *
   * @throws IOException if a file cannot be read or written
   * @throws InterruptedException if the listener or an interrupt wants it to stop; the checkpoint
   *     is written
   */
  public Outcome run(Task task) throws IOException, InterruptedException {
    Checkpoint.Position at = begin(task);
    int steps = task.steps();
    Rates rates =
        new Rates(
            fitting.schedule(),
            plan.learningRate(),
            (int) Math.round(fitting.warmUp() * steps),
            steps * plan.epochs());
    int done = (at.epoch() - 1) * steps + at.step();
    Stopwatch watch = new Stopwatch(steps * plan.epochs() - done, plan.batch(), at.seconds());
    while (at.epoch() <= plan.epochs() && (task.keepsEvery() || !stopping.exhausted())) {
      at = epoch(task, at, rates, watch);
    }
    Files.deleteIfExists(checkpoint);
    return new Outcome(task.keepsEvery() ? at.epoch() - 1 : stopping.bestEpoch(), at.kept());
  }

  private Checkpoint.Position begin(Task task) throws IOException {
    if (!plan.resume()) {
      if (task.goesOn()) {
        Task.Judged begun = task.judge();
        listener.begun(begun.loss(), begun.accuracy());
        tellKinds(begun);
      }
      return new Checkpoint.Position(1, 0, 0, 0, stopping.memory(), 0, "", 0);
    }
    Checkpoint saved = Checkpoint.read(checkpoint);
    saved.expect(identity, checkpoint);
    task.fitter().restore(saved.state());
    stopping.restore(saved.position().stopping());
    recorder.resume(saved.position().epoch() - 1);
    return saved.position();
  }

  /** An epoch from where it stands; where the next begins. */
  private Checkpoint.Position epoch(Task task, Checkpoint.Position at, Rates rates, Stopwatch watch)
      throws IOException, InterruptedException {
    double before = watch.total();
    Checkpoint.Position end = steps(task, at, rates, watch);
    Task.Judged judged = task.judge();
    int number = end.epoch();
    boolean best = stopping.better(judged.choice(), judged.choiceLoss());
    boolean keep = best || task.keepsEvery();
    String version = keep ? task.keep(number, judged) : end.version();
    int steps = task.steps();
    double accuracy = end.accuracy() / steps;
    recorder.epochEnded(
        new TrainingRun.Epoch(
            number,
            rates.at(number * steps - 1),
            end.loss() / steps,
            Double.isNaN(accuracy) ? null : accuracy,
            judged.loss(),
            judged.accuracy(),
            watch.total() - before),
        version,
        task.keepsEvery() ? number : stopping.bestEpoch(),
        watch.total(),
        watch.imagesPerSecond());
    Checkpoint.Position next =
        new Checkpoint.Position(
            number + 1,
            0,
            0,
            0,
            stopping.memory(),
            watch.total(),
            version,
            keep ? judged.accuracy() : end.kept());
    new Checkpoint(identity, next, task.fitter().state()).write(checkpoint);
    listener.epochEnded(
        new TrainingListener.Epoch(
            number,
            end.loss() / steps,
            judged.loss(),
            judged.accuracy(),
            best,
            watch.imagesPerSecond(),
            watch.secondsLeft()));
    tellKinds(judged);
    return next;
  }

  private void tellKinds(Task.Judged judged) {
    if (!judged.kinds().isEmpty()) {
      listener.fieldsRead(judged.kinds());
    }
  }

  private Checkpoint.Position steps(
      Task task, Checkpoint.Position from, Rates rates, Stopwatch watch)
      throws IOException, InterruptedException {
    Checkpoint.Position at = from;
    int steps = task.steps();
    try {
      task.begin(at.epoch());
      for (int skipped = 0; skipped < at.step(); skipped++) {
        task.skip();
      }
      while (at.step() < steps) {
        if (listener.stopRequested() || Thread.interrupted()) {
          throw new InterruptedException("the training was stopped");
        }
        Task.Fitted fitted = task.step(rates.at((at.epoch() - 1) * steps + at.step()));
        watch.step();
        at =
            new Checkpoint.Position(
                at.epoch(),
                at.step() + 1,
                at.loss() + fitted.loss(),
                at.accuracy() + fitted.accuracy(),
                at.stopping(),
                watch.total(),
                at.version(),
                at.kept());
        if (at.step() % REPORT_EVERY == 0) {
          listener.progressed(
              new TrainingListener.Progress(
                  at.epoch(),
                  at.step(),
                  steps,
                  at.loss() / at.step(),
                  watch.imagesPerSecond(),
                  watch.secondsLeft()));
        }
      }
      return at;
    } catch (InterruptedException e) {
      new Checkpoint(identity, at, task.fitter().state()).write(checkpoint);
      listener.paused(checkpoint, at.epoch(), !at.version().isEmpty());
      throw e;
    }
  }
}
