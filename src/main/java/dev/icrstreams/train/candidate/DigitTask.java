package dev.icrstreams.train.candidate;

import dev.icrstreams.classify.DigitNormaliser;
import dev.icrstreams.train.course.Task;
import dev.icrstreams.train.model.ModelWriter;
import dev.icrstreams.train.network.Fitter;
import dev.icrstreams.train.network.Layout;
import dev.icrstreams.train.source.FieldWindow;
import java.io.IOException;
import java.util.Map;

/** The training of a digit network on digits and on candidates cut out of fields. */
final class DigitTask implements Task {
  private final DigitPlan plan;
  private final DigitFitter fitter;
  private final Layout layout;
  private final FieldWindow<Sample> window;
  private final Batches batches;
  private final Scorer digits;
  private final Scorer candidates;
  private final ModelWriter writer;

  /**
   * @param digits held-out digits
   * @param candidates held-out candidates
   */
  DigitTask(
      DigitPlan plan,
      DigitFitter fitter,
      Layout layout,
      FieldWindow<Sample> window,
      Batches batches,
      Scorer digits,
      Scorer candidates,
      ModelWriter writer) {
    this.plan = plan;
    this.fitter = fitter;
    this.layout = layout;
    this.window = window;
    this.batches = batches;
    this.digits = digits;
    this.candidates = candidates;
    this.writer = writer;
  }

  @Override
  public int steps() {
    return batches.perEpoch();
  }

  @Override
  public void begin(int epoch) throws InterruptedException {
    batches.start(epoch, window.next(epoch));
  }

  @Override
  public Fitted step(double rate) throws InterruptedException {
    return fitter.step(batches.next(), rate);
  }

  @Override
  public void skip() throws InterruptedException {
    batches.next();
  }

  @Override
  public Fitter fitter() {
    return fitter.fitter();
  }

  @Override
  public Judged judge() {
    Scorer.Score plain = fitter.score(digits);
    Scorer.Score cut = fitter.score(candidates);
    return new Judged(
        plain.accuracy(),
        plain.loss(),
        (plain.accuracy() + cut.accuracy()) / 2,
        cut.loss(),
        Map.of("candidates", cut.accuracy()));
  }

  @Override
  public boolean goesOn() {
    return plan.from() != null;
  }

  @Override
  public String keep(int epoch, Judged judged) throws IOException {
    return writer.write(
        layout.packed(fitter.average()),
        layout.classes(),
        layout.megaflop(DigitNormaliser.SIZE),
        epoch,
        judged.accuracy());
  }
}
