package dev.icrstreams.monitor;

import dev.icrstreams.read.FieldReader;
import dev.icrstreams.read.confidence.Calibration;
import java.util.List;

/**
 * What does not change while a service runs.
 *
 * @param modelVersion the model that reads
 * @param threshold the confidence from which on numbers are accepted; infinite if none are
 * @param risks the calibration's confidences
 */
public record ReaderFacts(String modelVersion, double threshold, List<Calibration.Risk> risks) {
  /** Copies the list. */
  public ReaderFacts {
    risks = List.copyOf(risks);
  }

  /** The facts of a reader. */
  public static ReaderFacts of(FieldReader reader) {
    return new ReaderFacts(reader.modelVersion(), reader.threshold(), reader.calibration().risk());
  }
}
