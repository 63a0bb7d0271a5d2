package dev.icrstreams.train.extra;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Reading;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.read.FieldReader;
import dev.icrstreams.read.Scores;
import dev.icrstreams.read.SearchListener;
import dev.icrstreams.read.Segmentation;
import java.util.List;

/**
 * A labelled field with what the model that training begins with makes of it.
 *
 * @param number what people say is written; empty if no number is
 * @param boxes where its digits stand in the scan; empty if the labels do not tell
 * @param image the scan
 * @param segmentation its ink and its lattice
 * @param scores what both networks say
 * @param reader the model; to be used while the field is looked at, not later
 */
public record ExtraField(
    String number,
    List<Box> boxes,
    GreyImage image,
    Segmentation segmentation,
    Scores scores,
    FieldReader reader) {
  /** What the reader makes of it under constraints. */
  Reading read(Constraints constraints, SearchListener seen) {
    return reader.search(image, segmentation, scores, constraints, seen);
  }
}
