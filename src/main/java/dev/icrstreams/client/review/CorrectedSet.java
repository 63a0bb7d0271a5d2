package dev.icrstreams.client.review;

import dev.icrstreams.client.broker.TopicScan;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Correction;
import dev.icrstreams.field.ImageFormat;
import dev.icrstreams.field.Origin;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.wire.CorrectionCodec;
import dev.icrstreams.wire.RecordFormat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Joins people's answers with the images they looked at, to a folder that {@code evaluate} and
 * {@code train} read: images, and {@code labels.tsv}. Of several answers to one input the newest
 * holds. For one thread.
 */
public final class CorrectedSet {
  private static final String HEADER =
      "file\tnumber\tverdict\tid\tread\tmodel\treviewer\tdecided_at\n";

  private final Config config;
  private final Map<Origin, Correction> answers = new HashMap<>();
  private int malformed;
  private int numbers;
  private int blanks;
  private int unreadable;
  private int withoutImage;

  private CorrectedSet(Config config) {
    this.config = config;
  }

  /**
   * What became of the answers.
   *
   * @param numbers images written with a number
   * @param blanks images written as blank: their number is empty
   * @param unreadable answers that nothing can be learned from; left out
   * @param withoutImage answers whose image is neither in the review topic nor in the input, or no
   *     longer; left out
   * @param malformed records that are no correction; left out
   */
  public record Counts(int numbers, int blanks, int unreadable, int withoutImage, int malformed) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d numbers and %d blank fields written; left out: %d unreadable, %d without an image,"
              + " %d malformed",
          numbers,
          blanks,
          unreadable,
          withoutImage,
          malformed);
    }
  }

  /**
   * Writes the set.
   *
   * @param out a folder that does not exist or is empty
   * @throws IOException if it is not, or cannot be written
   * @throws BrokerException if a topic cannot be read
   */
  public static Counts write(Config config, Path out) throws IOException {
    Files.createDirectories(out);
    try (var files = Files.list(out)) {
      if (files.findAny().isPresent()) {
        throw new IOException(out + " is not empty");
      }
    }
    return new CorrectedSet(config).join(out);
  }

  private Counts join(Path out) throws IOException {
    CorrectionCodec codec = new CorrectionCodec(config, RecordFormat.of(config));
    TopicScan.read(
        config,
        config.get(Keys.CORRECTIONS),
        record -> {
          try {
            Correction answer = codec.decode(record.key(), record.value());
            answers.merge(answer.origin(), answer, CorrectedSet::newer);
          } catch (RejectedFieldException e) {
            malformed++;
          }
        });
    try (BufferedWriter labels = Files.newBufferedWriter(out.resolve("labels.tsv"));
        InputImages images = new InputImages(config)) {
      labels.write(HEADER);
      new ReviewTopic(config).read(item -> write(item, images, out, labels));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    withoutImage += answers.size();
    return new Counts(numbers, blanks, unreadable, withoutImage, malformed);
  }

  private static Correction newer(Correction a, Correction b) {
    return b.decidedAt().isBefore(a.decidedAt()) ? a : b;
  }

  private void write(ReviewTopic.Item item, InputImages images, Path out, BufferedWriter labels) {
    Correction answer = answers.remove(item.origin());
    if (answer == null) {
      return;
    }
    if (answer.verdict() == Outcome.UNREADABLE) {
      unreadable++;
      return;
    }
    byte[] image =
        item.image().length > 0
            ? item.image()
            : images.image(item.origin(), item.imageSha256()).orElse(item.image());
    if (image.length == 0) {
      withoutImage++;
      return;
    }
    String extension = ImageFormat.detect(image).map(ImageFormat::extension).orElse("image");
    String file = item.origin() + "." + extension;
    try {
      Files.write(out.resolve(file), image);
      labels.write(
          String.join(
                  "\t",
                  file,
                  answer.number(),
                  answer.verdict().name(),
                  plain(item.id()),
                  item.number(),
                  item.modelVersion(),
                  plain(answer.reviewer()),
                  answer.decidedAt().toString())
              + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    numbers += answer.verdict() == Outcome.NUMBER ? 1 : 0;
    blanks += answer.verdict() == Outcome.BLANK ? 1 : 0;
  }

  /** A cell of a table has no room for what ends it. */
  private static String plain(String text) {
    return text.replaceAll("[\\t\\n\\r]", " ");
  }
}
