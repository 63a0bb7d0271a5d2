package dev.icrstreams.guarantee;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.config.Config;
import dev.icrstreams.support.ReadSamples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The service in a process of its own under steady load. Short here; {@code mvn test
 * -Dtest=SoakTest -Dicr.soak.minutes=30 -Dicr.rate=20} tells how its resident memory grows, from
 * half time on, and fails if that is more than {@value #MOST_GROWTH} MB an hour.
 */
class SoakTest {
  private static final double MINUTES =
      Double.parseDouble(System.getProperty("icr.soak.minutes", "0.25"));
  private static final int RATE = Integer.getInteger("icr.rate", 5);
  private static final long SEED = Long.getLong("icr.seed", 20_261_121L);
  private static final double MOST_GROWTH = 60;
  private static final Path LOG = Path.of("target", "soak.log");

  /** Seconds since the start, and megabytes. */
  private record Sample(double seconds, double resident) {}

  @Test
  void memoryStaysAndNothingIsLostUnderSteadyLoad() throws Exception {
    List<Sample> samples = new ArrayList<>();
    try (EmbeddedKafka kafka = Site.broker()) {
      Config config = Site.topics(kafka, "soak", 6);
      try (Load load = new Load(config, Undisturbed.contents(ReadSamples.CONFIG), SEED);
          ServiceProcess service = ServiceProcess.start(config, LOG)) {
        long start = System.nanoTime();
        for (double now = 0; now < MINUTES * 60; now = (System.nanoTime() - start) / 1e9) {
          load.produce(RATE);
          load.take(Duration.ofMillis(1));
          samples.add(new Sample(now, service.residentMegabytes()));
          Thread.sleep(1_000);
          load.take(Duration.ofMillis(1));
        }
        load.drain(Duration.ofMinutes(4));
        double growth = growth(samples.subList(samples.size() / 2, samples.size()));
        String line =
            String.format(
                Locale.ROOT,
                "soak of %.1f min at %d fields/s, seed %d: %s; resident %.0f MB%s",
                MINUTES,
                RATE,
                SEED,
                load.checker(),
                samples.get(samples.size() - 1).resident(),
                isLong() ? String.format(Locale.ROOT, ", growing %.1f MB/h", growth) : "");
        System.out.println(line);
        load.checker().assertHolds(line);
        assertTrue(!isLong() || growth < MOST_GROWTH, line);
      }
    }
    assertTrue(Files.exists(LOG));
  }

  /** Whether a slope means anything: a JVM takes its memory in the first minutes. */
  private static boolean isLong() {
    return MINUTES >= 10;
  }

  /** The slope of the least-squares line, in megabytes an hour. */
  private static double growth(List<Sample> samples) {
    double seconds = samples.stream().mapToDouble(Sample::seconds).average().orElseThrow();
    double resident = samples.stream().mapToDouble(Sample::resident).average().orElseThrow();
    double both = 0;
    double square = 0;
    for (Sample sample : samples) {
      both += (sample.seconds() - seconds) * (sample.resident() - resident);
      square += (sample.seconds() - seconds) * (sample.seconds() - seconds);
    }
    return square == 0 ? 0 : both / square * 3_600;
  }
}
