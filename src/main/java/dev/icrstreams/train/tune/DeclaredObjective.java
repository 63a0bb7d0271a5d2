package dev.icrstreams.train.tune;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.icrstreams.train.Trainings;
import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.declare.Declarations;
import dev.icrstreams.train.plan.TrainingListener;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Judges a trial by training a network's declaration with its values. Each has a folder of its own
 * with declaration, model and {@code run.json}. The test half is not looked at. For one thread.
 */
public final class DeclaredObjective implements Objective {
  private static final String EPOCHS = "training.epochs";

  private final String network;
  private final TunedDeclaration declared;
  private final TrainingPlan plan;
  private final TrainingListener listener;

  /**
   * An objective.
   *
   * @param declaration to put values into
   * @param plan data, seed, limit and threads of every trial; folders are made in its {@code out}
   * @throws IllegalArgumentException if its kind has no record to compare trials by
   */
  public DeclaredObjective(Declaration declaration, TrainingPlan plan, TrainingListener listener) {
    if (declaration.kind() == Declaration.Kind.STRIPS) {
      throw new IllegalArgumentException(
          declaration.name() + " is judged on whole fields, which a search does not do");
    }
    this.network = declaration.name();
    this.declared = TunedDeclaration.parse(declaration.text());
    this.plan = plan;
    this.listener = listener;
  }

  /**
   * The trial's declaration, with so many epochs, as YAML.
   *
   * @throws IllegalArgumentException if the values have no place in it
   */
  public String yaml(Trial trial, int epochs) {
    Map<String, JsonNode> values = new HashMap<>(trial.values());
    values.put(EPOCHS, IntNode.valueOf(epochs));
    return declared.with(values).yaml();
  }

  /** Name of what is tuned. */
  public String network() {
    return network;
  }

  /** Whether the trial's values have a place and can be used, before anything is trained. */
  public void check(Trial trial, int epochs) throws IOException {
    write(trial, epochs);
  }

  @Override
  public double validationAccuracy(Trial trial, int epochs)
      throws IOException, InterruptedException {
    Declaration declaration = write(trial, epochs);
    Path out = folder(trial);
    TrainingPlan own =
        TrainingPlan.of(declaration, plan.data(), out)
            .with(
                network,
                plan.seed(),
                epochs,
                plan.limit(),
                plan.threads(),
                "./icr train --data DIR --network " + network + ".yml --no-test")
            .tested(false);
    Trainings.train(declaration, own, null, null, null, listener);
    TrainingRun run = TrainingRun.read(out);
    return run.epochs().stream()
        .filter(epoch -> epoch.number() == run.chosenEpoch())
        .mapToDouble(TrainingRun.Epoch::validationAccuracy)
        .findFirst()
        .orElseThrow(() -> new IOException(out + " holds no epoch that was kept"));
  }

  private Declaration write(Trial trial, int epochs) throws IOException {
    Path file = Files.createDirectories(folder(trial)).resolve(network + ".yml");
    Files.writeString(file, yaml(trial, epochs));
    return Declarations.find(file.toString());
  }

  private Path folder(Trial trial) {
    return plan.out().resolve(String.format(Locale.ROOT, "trial-%03d", trial.number()));
  }
}
