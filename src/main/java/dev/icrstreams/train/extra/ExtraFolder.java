package dev.icrstreams.train.extra;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.config.Config;
import dev.icrstreams.data.LabelledFields;
import dev.icrstreams.data.LabelledFields.Skipped;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.read.FieldReader;
import dev.icrstreams.read.SearchListener;
import dev.icrstreams.read.Segmentation;
import dev.icrstreams.read.confidence.Calibration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A folder of labelled fields to learn from, read with the model that training begins with.
 * Whatever cannot be used is noted with its reason. Immutable; threads may share it.
 *
 * @param directory holds the images and labels.tsv, see {@link LabelledFields}
 * @param config limits of images, and the error budget
 * @param digits the digit network, with the calibration of both
 * @param sequence the sequence network
 */
public record ExtraFolder(Path directory, Config config, DigitModel digits, DigitModel sequence) {
  /**
   * What a network learns from each field.
   *
   * @throws IOException if the labels cannot be read
   */
  public <T> ExtraSet<T> read(Lesson<T> lesson) throws IOException {
    LabelledFields labelled = LabelledFields.read(directory);
    List<T> lessons = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>(labelled.skipped());
    try (FieldReader reader =
        new FieldReader(
            config,
            digits,
            sequence,
            Calibration.storedWith(digits.metadata()),
            StageListener.NONE)) {
      for (LabelledFields.Field field : labelled.fields()) {
        try {
          lessons.add(lesson.of(looked(field, reader)));
        } catch (UnusableFieldException e) {
          skipped.add(new Skipped(field.file(), e.getMessage()));
        }
      }
    }
    String sha256 = DigitModel.sha256(Files.readAllBytes(labelled.labels()));
    return new ExtraSet<>(sha256, lessons, skipped);
  }

  private static ExtraField looked(LabelledFields.Field field, FieldReader reader)
      throws UnusableFieldException {
    if (field.number().length() > Constraints.MAX_DIGITS) {
      throw new UnusableFieldException(
          "its number has more than " + Constraints.MAX_DIGITS + " digits");
    }
    try {
      GreyImage image = reader.decode(bytes(field.path()));
      Segmentation segmentation = reader.segment(image);
      ExtraField looked =
          new ExtraField(
              field.number(),
              field.boxes(),
              image,
              segmentation,
              reader.classify(segmentation),
              reader);
      refuseDoubtfulLabel(looked);
      return looked;
    } catch (RejectedFieldException e) {
      throw new UnusableFieldException(e.code() + ": " + e.getMessage());
    }
  }

  private static byte[] bytes(Path file) throws UnusableFieldException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new UnusableFieldException("the image is missing");
    } catch (IOException e) {
      throw new UnusableFieldException("the image cannot be read: " + e.getMessage());
    }
  }

  /**
   * People mistype more than one number in a thousand. Where the model is so sure of something else
   * that the error budget would let it go unseen, the label is the likelier error.
   */
  private static void refuseDoubtfulLabel(ExtraField field) throws UnusableFieldException {
    Reading reading = field.read(Constraints.NONE, SearchListener.NONE);
    Route route = field.reader().decide(reading).route();
    if (route != Route.REVIEW && !reading.number().equals(field.number())) {
      throw new UnusableFieldException(
          String.format(
              Locale.ROOT,
              "labelled %s, but read as %s with a confidence of %.4f: check the label",
              named(field.number()),
              named(reading.number()),
              reading.confidence()));
    }
  }

  private static String named(String number) {
    return number.isEmpty() ? "without a number" : number;
  }
}
