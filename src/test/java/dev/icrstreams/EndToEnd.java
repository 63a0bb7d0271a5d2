package dev.icrstreams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.client.Conservation;
import dev.icrstreams.client.FieldProducer;
import dev.icrstreams.client.Result;
import dev.icrstreams.client.ResultConsumer;
import dev.icrstreams.client.Topics;
import dev.icrstreams.config.Config;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.support.ReadSamples;
import dev.icrstreams.synth.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole service on a real broker: every sample in, every answer out, once. */
final class EndToEnd {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private EndToEnd() {}

  static void answersEverySampleOnce(Config config) {
    new Topics(config).create();
    Conservation conservation = new Conservation();
    Map<String, Result> results = new HashMap<>();
    try (IcrService service = IcrService.start(config);
        ResultConsumer consumer = new ResultConsumer(config)) {
      service.awaitRunning(START_TIMEOUT);
      produce(config, conservation);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (conservation.lost() > 0 && System.nanoTime() < deadline) {
        for (Result result : consumer.poll(Duration.ofMillis(200))) {
          conservation.arrived(result);
          results.put(result.id(), result);
        }
      }
      consumer.poll(Duration.ofSeconds(1)).forEach(conservation::arrived);
    }
    assertTrue(conservation.balances(), conservation.toString());
    assertTrue(conservation.toString().startsWith("60 in = "), conservation.toString());
    for (Samples.Sample sample : Samples.all()) {
      check(sample, results.get(sample.file()));
    }
    assertTrue(
        results.values().stream().anyMatch(result -> result.route() == Route.BLANK),
        "no blank field came out as blank: " + results);
  }

  private static void produce(Config config, Conservation conservation) {
    List<FieldProducer.Sent> sent = new ArrayList<>();
    try (FieldProducer producer = new FieldProducer(config)) {
      for (Samples.Sample sample : Samples.all()) {
        sent.add(producer.send(sample.file(), sample.image(), "", "", Constraints.NONE, Map.of()));
      }
      sent.forEach(field -> conservation.produced(field.origin()));
    }
  }

  /**
   * The service accepts what the reader alone accepts. An accepted number is right, and what holds
   * no number is not accepted.
   */
  private static void check(Samples.Sample sample, Result result) {
    if (result.route() == Route.ACCEPTED) {
      assertEquals(sample.number(), result.number(), sample.file());
    }
    if (ReadSamples.isAccepted(sample)) {
      assertEquals(Route.ACCEPTED, result.route(), sample.file() + ": " + result);
    }
    if (sample.file().contains("truncated")) {
      assertEquals(Route.REJECTED, result.route(), sample.file() + ": " + result);
    }
  }
}
