package dev.icrstreams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.icrstreams.broker.BrokerOptions;
import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.client.Conservation;
import dev.icrstreams.client.FieldProducer;
import dev.icrstreams.client.ResultConsumer;
import dev.icrstreams.client.Topics;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.monitor.MetricsPage;
import dev.icrstreams.support.Corrections;
import dev.icrstreams.support.Operations;
import dev.icrstreams.synth.Samples;
import dev.icrstreams.wire.RecordSizes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an operator sees of a service that has answered the samples. */
class MonitoredServiceTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int SAMPLES = Samples.all().size();

  private static EmbeddedKafka kafka;
  private static Config config;
  private static IcrService service;
  private static Conservation conservation;
  private static String scraped;

  @BeforeAll
  static void answerTheSamples() throws Exception {
    kafka =
        EmbeddedKafka.start(
            BrokerOptions.defaults()
                .withMaxRecordBytes(RecordSizes.largestOutput(Config.defaults())));
    config =
        Config.defaults()
            .with(Keys.MAX_ERROR_RATE, "0.01")
            .with(Keys.BOOTSTRAP_SERVERS, kafka.bootstrapServers())
            .with(Keys.HTTP_PORT, "0")
            .with(Map.of("icr.kafka.client.rack", "r1", "icr.kafka.x.password", "hush"), "test");
    new Topics(config).create();
    service = IcrService.start(config);
    service.awaitRunning(Duration.ofSeconds(90));
    conservation = new Conservation();
    long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    try (ResultConsumer results = new ResultConsumer(config)) {
      produce();
      while (conservation.lost() > 0 && System.nanoTime() < deadline) {
        results.poll(Duration.ofMillis(200)).forEach(conservation::arrived);
      }
    }
    assertTrue(conservation.balances(), conservation.toString());
    Corrections.sendNonsenseThenRedriven(config);
    scraped = get("/metrics").body();
    while (Operations.sum(scraped, "icr_corrections_answered_total") < 1
        && System.nanoTime() < deadline) {
      Thread.sleep(200);
      scraped = get("/metrics").body();
    }
    // metrics of garbage collection are there from the first collection on
    while (!scraped.contains("jvm_gc_pause_seconds_sum") && System.nanoTime() < deadline) {
      System.gc();
      scraped = get("/metrics").body();
    }
  }

  @AfterAll
  static void stop() {
    service.close();
    kafka.close();
  }

  @Test
  void isAliveAndReadyWhileItRuns() throws Exception {
    for (String page : List.of("/health/live", "/health/ready")) {
      HttpResponse<String> answer = get(page);
      assertEquals(200, answer.statusCode(), answer.body());
      JsonNode body = JsonMapper.builder().build().readTree(answer.body());
      assertEquals("UP", body.get("status").asText());
      assertEquals("RUNNING", body.get("state").asText());
    }
  }

  @Test
  void tellsEachThreadWithItsTasks() throws Exception {
    JsonNode threads = JsonMapper.builder().build().readTree(get("/threads").body()).get("threads");
    assertEquals(1, threads.size());
    assertEquals("RUNNING", threads.get(0).get("state").asText());
    assertEquals(
        2 * config.get(Keys.TOPIC_PARTITIONS),
        threads.get(0).get("tasks").size(),
        "fields and corrections: " + threads);
  }

  @Test
  void showsTheTopologyAsTextAndAsADrawing() throws Exception {
    String text = get("/topology").body();
    String drawing = get("/topology.svg").body();
    for (String node : List.of("decode", "segment", "classify", "decide", "icr.review-items")) {
      assertTrue(text.contains(node), text);
      assertTrue(drawing.contains(">" + node + "<"), drawing);
    }
    assertTrue(drawing.startsWith("<svg"), drawing);
  }

  @Test
  void showsTheConfigurationWithSecretsMasked() throws Exception {
    String text = get("/config").body();
    assertTrue(text.contains("icr.kafka.client.rack=r1"), text);
    assertTrue(text.contains("icr.kafka.x.password=***"), text);
    assertFalse(text.contains("hush"), text);
  }

  @Test
  void refusesWhatIsNotAReadOfAKnownPage() throws Exception {
    assertEquals(404, get("/etc/passwd").statusCode());
    assertTrue(get("/").body().contains("/metrics"));
    HttpResponse<String> posted =
        HTTP.send(
            HttpRequest.newBuilder(uri("/config"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(405, posted.statusCode());
  }

  @Test
  void countsWhatTheOutputTopicsHold() {
    assertEquals(SAMPLES, Operations.sum(scraped, "icr_fields_received_total"));
    assertEquals(SAMPLES, Operations.sum(scraped, "icr_fields_answered_total"));
    assertEquals(SAMPLES, Operations.sum(scraped, "icr_latency_seconds_count"));
    String law = conservation.toString();
    double review = Operations.sum(scraped, "icr_fields_answered_total", "outcome=\"review\"");
    double rejected =
        Operations.sum(scraped, "icr_fields_rejected_total")
            - Operations.sum(scraped, "icr_corrections_rejected_total");
    assertTrue(law.contains("+ %.0f review + %.0f rejected".formatted(review, rejected)), law);
    assertTrue(Operations.sum(scraped, "icr_numbers_read_total") >= 40, scraped);
    assertEquals(
        Operations.sum(scraped, "icr_numbers_read_total"),
        Operations.sum(scraped, "icr_confidence_count"));
    // by bands and by buckets: every number is in both
    double below = 0;
    for (String band : List.of("0.00-0.50", "0.50-0.80", "0.80-0.90", "0.90-0.95")) {
      below += Operations.sum(scraped, "icr_numbers_read_total", "band=\"" + band + "\"");
    }
    assertTrue(below > 0, scraped);
    assertEquals(below, Operations.sum(scraped, "icr_confidence_bucket", "le=\"0.95\""));
    assertEquals(
        1, Operations.sum(scraped, "icr_confidence_reference_ratio"), 1e-9, "shares of the whole");
    for (String stage : List.of("decode", "clean", "segment", "classify", "search")) {
      assertTrue(
          Operations.sum(scraped, "icr_stage_seconds_count", "stage=\"" + stage + "\"") > 50,
          stage);
    }
  }

  @Test
  void countsCorrectionsAnsweredRejectedAndRedriven() {
    assertEquals(1, Operations.sum(scraped, "icr_corrections_answered_total"));
    assertEquals(
        1, Operations.sum(scraped, "icr_corrections_answered_total", "verdict=\"number\""));
    assertEquals(1, Operations.sum(scraped, "icr_corrections_rejected_total"));
    assertEquals(
        1, Operations.sum(scraped, "icr_corrections_rejected_total", "code=\"CORRUPT_AVRO\""));
    assertEquals(1, Operations.sum(scraped, "icr_records_redriven_total"));
    assertEquals(0, Operations.sum(scraped, "icr_records_fatal_total"));
    assertEquals(0, Operations.sum(scraped, "icr_stream_thread_replacements_total"));
  }

  @Test
  void tellsItsMemoryItsThreadsAndItsLag() throws Exception {
    double networks = Operations.sum(scraped, "icr_native_memory_bytes");
    assertTrue(networks > 1e6, "the networks hold " + networks);
    assertTrue(Operations.sum(scraped, "process_resident_memory_bytes") > 1e8);
    assertEquals(1, Operations.sum(scraped, "icr_stream_threads", "state=\"RUNNING\""));
    assertEquals(0, Operations.sum(scraped, "icr_stream_thread_deaths_total"));
    assertEquals(1, Operations.sum(scraped, "icr_ready"));
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (Operations.sum(get("/metrics").body(), "icr_lag_records") > 0) {
      assertTrue(System.nanoTime() < deadline, "the lag does not fall to 0");
      Thread.sleep(200);
    }
  }

  @Test
  void exposesExactlyTheMetricsThatThePageLists() throws IOException {
    String page = MetricsPage.text();
    assertEquals(
        page,
        Files.readString(Path.of("docs/metrics.md")),
        "make it anew: ./icr config --metrics > docs/metrics.md");
    Set<String> exposed = new TreeSet<>();
    Operations.families(scraped).stream()
        .filter(name -> name.startsWith("icr_") && !name.endsWith("_max"))
        .forEach(exposed::add);
    exposed.add("process_resident_memory_bytes");
    Set<String> listed = new TreeSet<>();
    page.lines()
        .filter(line -> line.startsWith("| `"))
        .forEach(line -> listed.add(line.substring(3, line.indexOf('`', 3))));
    assertEquals(listed, exposed);
  }

  @Test
  void exposesKafkasOwnMetrics() {
    for (String name :
        List.of(
            "kafka_consumer_fetch_manager_records_consumed_total",
            "kafka_producer_record_send_total",
            "kafka_stream_thread_process_rate",
            "kafka_stream_thread_commit_latency_avg",
            "kafka_consumer_fetch_manager_records_lag")) {
      assertTrue(Operations.names(scraped).contains(name), name);
    }
  }

  @Test
  void dashboardsAndAlertsAskForMetricsThatTheServiceExposes() throws IOException {
    Operations.checkQueries(Operations.names(scraped));
  }

  @Test
  void saysWhichPortIsTaken() {
    InetSocketAddress address = service.httpAddress().orElseThrow();
    var e =
        assertThrows(
            UncheckedIOException.class,
            () -> IcrService.start(config.with(Keys.HTTP_PORT, "" + address.getPort())));
    assertTrue(e.getMessage().contains("127.0.0.1:" + address.getPort()), e.getMessage());
  }

  @Test
  void isNeitherReadyNorReachableOnceItIsClosed() throws Exception {
    IcrService other = IcrService.start(config.with(Keys.APPLICATION_ID, "other"));
    InetSocketAddress address = other.httpAddress().orElseThrow();
    assertTrue(address.getAddress().isLoopbackAddress(), address.toString());
    other.close();
    assertThrows(IOException.class, () -> get(address, "/health/ready"));
  }

  private static void produce() {
    List<FieldProducer.Sent> sent = new ArrayList<>();
    try (FieldProducer producer = new FieldProducer(config)) {
      for (Samples.Sample sample : Samples.all()) {
        sent.add(producer.send(sample.file(), sample.image(), "", "", Constraints.NONE, Map.of()));
      }
      sent.forEach(field -> conservation.produced(field.origin()));
    }
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return get(service.httpAddress().orElseThrow(), path);
  }

  private static HttpResponse<String> get(InetSocketAddress address, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + address.getPort() + path);
    return HTTP.send(
        HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + service.httpAddress().orElseThrow().getPort() + path);
  }
}
