package dev.icrstreams.train.report;

import dev.icrstreams.train.run.TrainingRun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Calls runs so that no two have one name: by network, and only if need be by seed and number. */
final class Names {
  private Names() {}

  static List<String> of(List<TrainingRun> runs) {
    List<String> names = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (TrainingRun run : runs) {
      String name = run.network();
      if (count(runs, run, TrainingRun::network) > 1) {
        name += ", seed " + run.seed();
      }
      String unique = name;
      for (int i = 2; !used.add(unique); i++) {
        unique = name + " (" + i + ")";
      }
      names.add(unique);
    }
    return names;
  }

  private static long count(
      List<TrainingRun> runs, TrainingRun run, Function<TrainingRun, String> name) {
    return runs.stream().filter(other -> name.apply(other).equals(name.apply(run))).count();
  }
}
