package dev.icrstreams.monitor;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.FieldListener;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.monitor.HttpEndpoint.Page;
import dev.icrstreams.stream.StreamsView;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Metrics, health, topology and configuration of one service, and the port on which they are read;
 * nothing at all where no port is configured. Threads may share it.
 */
public final class Monitor implements AutoCloseable {
  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Optional<ServiceMetrics> metrics;
  private final Optional<HttpEndpoint> endpoint;
  private volatile Optional<StreamsView> view = Optional.empty();

  private Monitor(Config config, ReaderFacts facts) {
    int port = config.get(Keys.HTTP_PORT);
    if (port < 0) {
      metrics = Optional.empty();
      endpoint = Optional.empty();
    } else {
      ServiceMetrics all = new ServiceMetrics(facts, config.get(Keys.SCANNED_FIELDS));
      metrics = Optional.of(all);
      endpoint =
          Optional.of(HttpEndpoint.start(config.get(Keys.HTTP_HOST), port, pages(config, all)));
    }
  }

  /**
   * Opens the port; until {@link #watch} the service is starting: alive, not ready.
   *
   * @throws java.io.UncheckedIOException if the port cannot be opened
   */
  public static Monitor of(Config config, ReaderFacts facts) {
    return new Monitor(config, facts);
  }

  /** To be told what becomes of the fields. */
  public FieldListener fields() {
    return metrics.<FieldListener>map(ServiceMetrics::fields).orElse(FieldListener.NONE);
  }

  /** To be told of the stages' times, and tells somebody else too. */
  public StageListener stages(StageListener other) {
    return metrics
        .<StageListener>map(
            all ->
                (stage, nanos) -> {
                  all.fields().took(stage, nanos);
                  other.took(stage, nanos);
                })
        .orElse(other);
  }

  /** The instance to watch, once. */
  public void watch(StreamsView instance) {
    metrics.ifPresent(all -> all.watch(instance));
    view = Optional.of(instance);
  }

  /** A stream thread died. */
  public void threadDied() {
    metrics.ifPresent(ServiceMetrics::threadDied);
  }

  /** It was replaced. */
  public void threadReplaced() {
    metrics.ifPresent(ServiceMetrics::threadReplaced);
  }

  /** Where the pages are; empty if there is no port. */
  public Optional<InetSocketAddress> address() {
    return endpoint.map(HttpEndpoint::address);
  }

  @Override
  public void close() {
    endpoint.ifPresent(HttpEndpoint::close);
    metrics.ifPresent(ServiceMetrics::close);
  }

  private Map<String, Supplier<Page>> pages(Config config, ServiceMetrics all) {
    return Map.of(
        "/health/live", () -> Health.live(view),
        "/health/ready", () -> Health.ready(view),
        "/threads", () -> Health.threads(view),
        "/metrics", () -> started(v -> new Page(200, METRICS_TYPE, all.scrape(v))),
        "/topology", () -> started(v -> Page.plain(200, v.description())),
        "/topology.svg",
            () -> started(v -> new Page(200, "image/svg+xml", TopologyDrawing.svg(v.nodes()))),
        "/config", () -> Page.plain(200, configuration(List.copyOf(config.entries()))));
  }

  private Page started(Function<StreamsView, Page> page) {
    return view.map(page).orElseGet(() -> Page.plain(503, "starting\n"));
  }

  private static String configuration(List<Config.Entry> entries) {
    return entries.stream()
        .map(entry -> "# " + entry.origin() + "\n" + entry.name() + "=" + entry.shown() + "\n")
        .collect(Collectors.joining());
  }
}
