package dev.icrstreams.train.sequence;

import dev.icrstreams.train.course.Task;
import dev.icrstreams.train.model.ModelWriter;
import dev.icrstreams.train.network.Fitter;
import dev.icrstreams.train.network.Layout;
import dev.icrstreams.train.source.FieldWindow;
import java.io.IOException;

/** The training of a sequence network on synthetic fields; every epoch's weights are written. */
final class SequenceTask implements Task {
  private final SequencePlan plan;
  private final Layout layout;
  private final SequenceFitter fitter;
  private final FieldWindow<TrainingField> window;
  private final StripBatches batches;
  private final FieldValidation validation;
  private final ModelWriter writer;

  SequenceTask(
      SequencePlan plan,
      Layout layout,
      SequenceFitter fitter,
      FieldWindow<TrainingField> window,
      StripBatches batches,
      FieldValidation validation,
      ModelWriter writer) {
    this.plan = plan;
    this.layout = layout;
    this.fitter = fitter;
    this.window = window;
    this.batches = batches;
    this.validation = validation;
    this.writer = writer;
  }

  @Override
  public int steps() {
    return plan.stepsPerEpoch();
  }

  @Override
  public void begin(int epoch) throws InterruptedException {
    batches.start(window.next(epoch), plan.training().seed() * 8191 + epoch, plan.rounds());
  }

  @Override
  public Fitted step(double rate) throws InterruptedException {
    return new Fitted(fitter.step(batches.next(), rate), Double.NaN);
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
    FieldValidation.Score score = fitter.score(validation);
    return new Judged(
        score.accuracy(), score.loss(), score.accuracy(), score.loss(), score.accuracies());
  }

  @Override
  public String keep(int epoch, Judged judged) throws IOException {
    return writer.write(
        layout.packed(fitter.average()),
        layout.classes(),
        layout.megaflop(SequenceLayout.COLUMNS_PER_OUTPUT),
        epoch,
        judged.accuracy());
  }

  @Override
  public boolean goesOn() {
    return plan.from() != null;
  }

  @Override
  public boolean keepsEvery() {
    return true;
  }
}
