package dev.icrstreams.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.icrstreams.monitor.HttpEndpoint.Page;
import dev.icrstreams.stream.StreamsView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the instance should be let alone, and whether it works. Alive: not failed, and not all
 * stream threads are dead; one that starts, rebalances or stops is alive. Ready: it consumes, so
 * its model is loaded, and is not just rebalancing.
 */
final class Health {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Health() {}

  /** 200 or 503; before there is a view, the instance is starting. */
  static Page live(Optional<StreamsView> view) {
    return page(view, view.map(v -> !v.hasFailed()).orElse(true));
  }

  /** 200 or 503. */
  static Page ready(Optional<StreamsView> view) {
    return page(view, view.map(StreamsView::isRunning).orElse(false));
  }

  /** Every stream thread with its state and tasks. */
  static Page threads(Optional<StreamsView> view) {
    List<Map<String, Object>> threads =
        view.map(StreamsView::threads).orElse(List.of()).stream()
            .map(
                thread ->
                    Map.<String, Object>of(
                        "name", thread.name(), "state", thread.state(), "tasks", thread.tasks()))
            .toList();
    return json(200, Map.of("threads", threads));
  }

  private static Page page(Optional<StreamsView> view, boolean good) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", good ? "UP" : "DOWN");
    body.put("state", view.map(StreamsView::state).orElse("STARTING"));
    return json(good ? 200 : 503, body);
  }

  private static Page json(int status, Object body) {
    try {
      return new Page(status, "application/json", JSON.writeValueAsString(body) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
