package dev.icrstreams.train.sequence;

import dev.icrstreams.image.Cleaner;
import dev.icrstreams.train.extra.ExtraField;
import dev.icrstreams.train.extra.Lesson;
import dev.icrstreams.train.extra.UnusableFieldException;
import dev.icrstreams.train.sequence.TrainingField.Sample;

/**
 * What the sequence network learns from a labelled field: the field as the service sees it. Where
 * the labels do not tell where its digits stand, every alignment of the number is as good as the
 * network finds it. Stateless.
 */
final class ExtraStrips implements Lesson<TrainingField> {
  private final Cleaner cleaner = new Cleaner();

  @Override
  public TrainingField of(ExtraField extra) throws UnusableFieldException {
    TrainingField field =
        extra.boxes().isEmpty()
            ? TrainingField.of(extra.segmentation().clean(), extra.number())
            : TrainingField.of(extra.image(), extra.number(), extra.boxes(), cleaner);
    Sample sample = field.sample(0, 0, 1);
    if (sample.strip().width() > StripBatches.MAX_WIDTH) {
      throw new UnusableFieldException(
          "it is too wide for its height: at that of a strip it is "
              + sample.strip().width()
              + " pixels wide, and "
              + StripBatches.MAX_WIDTH
              + " is the most");
    }
    // the fewest columns: one a digit, and a blank between equal ones
    int needed = sample.digits().length;
    for (int i = 1; i < sample.digits().length; i++) {
      needed += sample.digits()[i] == sample.digits()[i - 1] ? 1 : 0;
    }
    if (needed > sample.strip().columns()) {
      throw new UnusableFieldException(
          "it is too narrow to hold the " + sample.digits().length + " digits of its number");
    }
    return field;
  }
}
