package dev.icrstreams.guarantee;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.support.ReadSamples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The service in a process of its own under steady load. Short here; {@code mvn test
 * -Dtest=SoakTest -Dicr.soak.minutes=30 -Dicr.rate=20} tells how its memory, inside and outside the
 * heap, grows from half time on, and fails if that is more than {@value #MOST_GROWTH} MB an hour.
 * What came out is appended to {@code target/soak.txt}.
 */
class SoakTest {
  private static final double MINUTES =
      Double.parseDouble(System.getProperty("icr.soak.minutes", "0.25"));
  private static final int RATE = Integer.getInteger("icr.rate", 5);
  private static final long SEED = Long.getLong("icr.seed", 20_261_121L);
  private static final double MOST_GROWTH = 60;
  private static final Path LOG = Path.of("target", "soak.log");
  private static final Path REPORT = Path.of("target", "soak.txt");
  private static final Duration START = Duration.ofMinutes(4);
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** A heap that is resident from the start cannot be taken for a leak while it fills. */
  private static final List<String> WHOLE_HEAP = List.of("-Xms512m", "-XX:+AlwaysPreTouch");

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void memoryStaysAndNothingIsLostUnderSteadyLoad() throws Exception {
    Files.createDirectories(LOG.getParent());
    int port = freePort();
    try (EmbeddedKafka kafka = Site.broker()) {
      Config config = Site.topics(kafka, "soak", 6).with(Keys.HTTP_PORT, Integer.toString(port));
      try (Load load = new Load(config, Undisturbed.contents(ReadSamples.CONFIG), SEED);
          ServiceProcess service = ServiceProcess.start(config, LOG, WHOLE_HEAP)) {
        SteadyLoad steady = new SteadyLoad(load, RATE, PATIENCE, () -> "see " + LOG);
        load.produce(1);
        steady.awaitAnswerAfter(0, START);
        MemoryTrend trend = new MemoryTrend();
        long start = System.nanoTime();
        long most = 0;
        for (double now = 0; now < MINUTES * 60; now = (System.nanoTime() - start) / 1e9) {
          steady.run(5);
          load.settle();
          most = Math.max(most, load.backlog());
          assertTrue(service.isAlive(), "ended by itself: see " + LOG);
          trend.add(MemoryTrend.Sample.of(now, scrape(port)));
        }
        load.drain(PATIENCE);
        String line =
            String.format(
                Locale.ROOT,
                "soak of %.1f min at %d fields/s, seed %d: %s; at most %d waiting; %s",
                MINUTES,
                RATE,
                SEED,
                load.checker(),
                most,
                trend);
        System.out.println(line);
        Files.writeString(
            REPORT, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        load.checker().assertHolds(line);
        assertTrue(!isLong() || trend.growth() < MOST_GROWTH, line);
      }
    }
  }

  /** Whether a slope means anything: a JVM takes its memory in the first minutes. */
  private static boolean isLong() {
    return MINUTES >= 10;
  }

  private String scrape(int port) throws IOException, InterruptedException {
    URI metrics = URI.create("http://127.0.0.1:" + port + "/metrics");
    return http.send(
            HttpRequest.newBuilder(metrics).timeout(Duration.ofMinutes(1)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
