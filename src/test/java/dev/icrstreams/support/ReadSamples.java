package dev.icrstreams.support;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.read.FieldReader;
import dev.icrstreams.synth.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the reader, without any Kafka, makes of the samples. */
public final class ReadSamples {
  /** An error budget under which many samples are accepted. */
  public static final Config CONFIG = Config.defaults().with(Keys.MAX_ERROR_RATE, "0.01");

  private static final int AT_LEAST = 8;

  /** Of some forty accepted under a budget of 1 %. */
  private static final int WRONG_AT_MOST = 1;

  private static final Map<String, String> ACCEPTED = read();

  private ReadSamples() {}

  /** Whether the reader accepts it under {@link #CONFIG}. */
  public static boolean isAccepted(Samples.Sample sample) {
    return ACCEPTED.containsKey(sample.file());
  }

  /** The number that an accepted sample is read as; null if it is not accepted. */
  public static String number(Samples.Sample sample) {
    return ACCEPTED.get(sample.file());
  }

  /** The first clean sample that is accepted. */
  public static Samples.Sample accepted() {
    return Samples.all().stream()
        .filter(sample -> sample.file().startsWith("clean") && isAccepted(sample))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> read() {
    Map<String, String> accepted = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    try (FieldReader reader = FieldReader.create(CONFIG, StageListener.NONE)) {
      for (Samples.Sample sample : Samples.all()) {
        String number = acceptedNumber(reader, sample);
        if (number != null) {
          accepted.put(sample.file(), number);
          if (!number.equals(sample.number())) {
            wrong.add(sample.file() + " read as " + number);
          }
        }
      }
    }
    assertTrue(accepted.size() >= AT_LEAST, "only " + accepted.size() + " samples are accepted");
    assertTrue(wrong.size() <= WRONG_AT_MOST, "accepted, but wrong: " + wrong);
    return accepted;
  }

  private static String acceptedNumber(FieldReader reader, Samples.Sample sample) {
    try {
      Reading reading = reader.read(sample.image(), Constraints.NONE);
      return reader.decide(reading).route() == Route.ACCEPTED ? reading.number() : null;
    } catch (RejectedFieldException e) {
      return null;
    }
  }
}
