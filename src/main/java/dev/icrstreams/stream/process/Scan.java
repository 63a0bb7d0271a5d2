package dev.icrstreams.stream.process;

import dev.icrstreams.field.Origin;
import dev.icrstreams.field.ScannedField;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.read.Scores;
import dev.icrstreams.read.Segmentation;

/**
 * A field on its way, with its decoded image.
 *
 * @param field the scanned field
 * @param origin the input record
 * @param image its pixels
 */
public record Scan(ScannedField field, Origin origin, GreyImage image) {
  /** A field whose digit candidates are known. */
  public record Segmented(Scan scan, Segmentation segmentation) {}

  /** A field whose candidates' log-probabilities, {@code [candidates][classes]}, are known. */
  public record Classified(Segmented segmented, Scores scores) {}
}
