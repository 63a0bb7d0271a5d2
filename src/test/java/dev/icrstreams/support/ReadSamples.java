package dev.icrstreams.support;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.read.FieldReader;
import dev.icrstreams.synth.Samples;
import java.util.HashSet;
import java.util.Set;

/** What the reader, without any Kafka, makes of the samples. */
public final class ReadSamples {
  /** An error budget under which many samples are accepted. */
  public static final Config CONFIG = Config.defaults().with(Keys.MAX_ERROR_RATE, "0.005");

  private static final int AT_LEAST = 8;
  private static final Set<String> ACCEPTED = read();

  private ReadSamples() {}

  /** Whether the reader accepts it under {@link #CONFIG}. */
  public static boolean isAccepted(Samples.Sample sample) {
    return ACCEPTED.contains(sample.file());
  }

  /** The first clean sample that is accepted. */
  public static Samples.Sample accepted() {
    return Samples.all().stream()
        .filter(sample -> sample.file().startsWith("clean") && isAccepted(sample))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> read() {
    Set<String> accepted = new HashSet<>();
    try (FieldReader reader = FieldReader.create(CONFIG, StageListener.NONE)) {
      for (Samples.Sample sample : Samples.all()) {
        if (route(reader, sample) == Route.ACCEPTED) {
          accepted.add(sample.file());
        }
      }
    }
    assertTrue(accepted.size() >= AT_LEAST, "only " + accepted.size() + " samples are accepted");
    return accepted;
  }

  private static Route route(FieldReader reader, Samples.Sample sample) {
    try {
      return reader.decide(reader.read(sample.image(), Constraints.NONE)).route();
    } catch (RejectedFieldException e) {
      return Route.REJECTED;
    }
  }
}
