package dev.icrstreams.train.classic;

import dev.icrstreams.classify.FastPath;
import dev.icrstreams.data.DigitSet;
import dev.icrstreams.train.course.Course;
import dev.icrstreams.train.course.RunRecorder;
import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.declare.Declaration.Classical;
import dev.icrstreams.train.declare.Declaration.Kind;
import dev.icrstreams.train.model.Examination;
import dev.icrstreams.train.model.ModelWriter;
import dev.icrstreams.train.model.Tester;
import dev.icrstreams.train.plan.TrainingListener;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.run.TrainingRun;
import dev.icrstreams.train.source.DigitSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Fits a classical model and writes it as {@code NAME.bin} with {@code NAME.bin.json} and {@value
 * TrainingRun#FILE} beside it. It knows no epochs: the record has one, and a fit that is
 * interrupted begins anew. For one thread.
 */
public final class ClassicTrainer {
  private final TrainingPlan plan;
  private final Declaration declaration;
  private final TrainingListener listener;
  private final Classical classical;

  /** A trainer for this plan and declaration. */
  public ClassicTrainer(TrainingPlan plan, Declaration declaration, TrainingListener listener) {
    this.plan = plan;
    this.declaration = declaration;
    this.listener = listener;
    classical = declaration.classical();
  }

  /**
   * Fits, chooses what there is to choose on what is held out, and writes the model.
   *
   * @return the model's file
   * @throws IOException if the data cannot be read or the model not be written
   */
  public Path train() throws IOException {
    ModelWriter writer = new ModelWriter(plan, plan.network() + ".bin");
    DigitSplit all = DigitSplit.of(plan);
    boolean machine = declaration.kind() == Kind.SVM;
    DigitSet learned = machine ? all.training().first(classical.subset()) : all.training();
    DigitSplit digits = new DigitSplit(learned, all.validation());
    listener.started(plan, learned.size(), digits.validation().size());
    FastPath.useThreads(plan.threads());
    RunRecorder recorder =
        new RunRecorder(TrainingRun.FILE, plan, writer.data(), 0, null, digits, List.of());
    long started = System.nanoTime();
    float[][] features = features(learned);
    float[][] heldOut = features(digits.validation());
    ClassicModel model =
        machine
            ? SupportVectors.fit(
                features, learned.labels(), classical.cost(), classical.gamma(), plan.seed())
            : nearest(features, learned.labels(), heldOut, digits.validation().labels());
    Score score = score(model.probabilities(heldOut), digits.validation().labels());
    double seconds = (System.nanoTime() - started) / 1e9;
    String version = writer.write(model.bytes(), 10, model.parameters(), 0, 1, score.accuracy());
    recorder.keeps(model.parameters());
    double speed = learned.size() / seconds;
    recorder.epochEnded(
        new TrainingRun.Epoch(1, 0, null, null, score.loss(), score.accuracy(), seconds),
        version,
        1,
        seconds,
        speed);
    listener.epochEnded(
        new TrainingListener.Epoch(1, Double.NaN, score.loss(), score.accuracy(), true, speed, 0));
    ClassicModel written = read(writer);
    return Examination.hold(
        plan,
        writer,
        recorder,
        new Course.Outcome(1, score.accuracy()),
        images -> written.probabilities(Features.of(classical.feature(), images)),
        listener);
  }

  private float[][] features(DigitSet digits) {
    return Features.of(classical.feature(), digits.images());
  }

  private ClassicModel read(ModelWriter writer) throws IOException {
    byte[] bytes = Files.readAllBytes(writer.file());
    return declaration.kind() == Kind.SVM ? SupportVectors.read(bytes) : Neighbours.read(bytes);
  }

  /** The number of neighbours that reads best what is held out; the fewest of equals. */
  private Neighbours nearest(
      float[][] features, byte[] labels, float[][] heldOut, byte[] expected) {
    int most = classical.neighbours().stream().mapToInt(Integer::intValue).max().orElse(1);
    most = Math.min(most, labels.length);
    Neighbours.Nearest[] nearest = new Neighbours(features, labels, most).nearest(heldOut);
    int best = most;
    double bestAccuracy = -1;
    for (int k : classical.neighbours().stream().sorted().toList()) {
      float[][] votes = new float[nearest.length][];
      for (int i = 0; i < votes.length; i++) {
        votes[i] = nearest[i].vote(Math.min(k, most));
      }
      double accuracy = score(votes, expected).accuracy();
      listener.fieldsRead(java.util.Map.of(k + " neighbours", accuracy));
      if (accuracy > bestAccuracy) {
        best = Math.min(k, most);
        bestAccuracy = accuracy;
      }
    }
    return new Neighbours(features, labels, best);
  }

  private record Score(double accuracy, double loss) {}

  private static Score score(float[][] probabilities, byte[] labels) {
    int right = 0;
    double loss = 0;
    for (int i = 0; i < labels.length; i++) {
      right += Tester.likeliest(probabilities[i]) == labels[i] ? 1 : 0;
      loss -= Math.log(Math.max(1e-12, probabilities[i][labels[i]]));
    }
    return new Score((double) right / labels.length, loss / labels.length);
  }
}
