package dev.icrstreams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.icrstreams.support.Operations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The written rules of {@code ops/grafana} and {@code ops/prometheus}. */
class DashboardTest {
  /** Grafana's names for the units that we use. */
  private static final Set<String> UNITS =
      Set.of("short", "reqps", "percentunit", "s", "ms", "bytes");

  private static final int COLUMNS = 24;

  @Test
  void everyPanelHasItsOwnIdAndItsOwnPlace() throws IOException {
    Set<String> uids = new HashSet<>();
    for (JsonNode dashboard : Operations.dashboards()) {
      assertTrue(uids.add(dashboard.get("uid").asText()), "two dashboards with one uid");
      Set<Integer> ids = new HashSet<>();
      Set<List<Integer>> cells = new HashSet<>();
      for (JsonNode panel : dashboard.get("panels")) {
        assertTrue(ids.add(panel.get("id").asInt()), "id twice: " + title(panel));
        for (List<Integer> cell : cells(panel.get("gridPos"))) {
          assertTrue(cells.add(cell), title(panel) + " lies on another panel at " + cell);
          assertTrue(cell.get(0) < COLUMNS, title(panel) + " is out of the page");
        }
      }
    }
  }

  @Test
  void everyPanelAsksTheProvisionedSourceAndTellsItsUnit() throws IOException {
    String source =
        Files.readString(Path.of("ops/grafana/provisioning/datasources/prometheus.yml"));
    for (JsonNode panel : panels()) {
      String unit = panel.at("/fieldConfig/defaults/unit").asText();
      assertTrue(UNITS.contains(unit), title(panel) + ": " + unit);
      assertFalse(panel.path("description").asText().isBlank(), title(panel));
      assertFalse(panel.get("targets").isEmpty(), title(panel));
      Set<String> references = new HashSet<>();
      for (JsonNode target : panel.get("targets")) {
        assertTrue(references.add(target.get("refId").asText()), title(panel));
        assertFalse(target.get("expr").asText().isBlank(), title(panel));
        for (JsonNode asked : List.of(panel.get("datasource"), target.get("datasource"))) {
          assertTrue(source.contains("uid: " + asked.get("uid").asText() + "\n"), title(panel));
        }
      }
    }
  }

  @Test
  void everyAlertHasARunbookPageOfItsOwn() throws IOException {
    List<String> rules = Files.readAllLines(Path.of("ops/prometheus/icr.rules.yml"));
    String runbook = Files.readString(Path.of("docs/runbook.md"));
    List<String> alerts = named(rules, "- alert: ");
    assertTrue(alerts.size() > 5);
    List<String> pages = named(rules, "runbook: ");
    List<String> expected = new ArrayList<>();
    for (String alert : alerts) {
      expected.add("docs/runbook.md#" + alert.toLowerCase(java.util.Locale.ROOT));
      assertTrue(runbook.contains("\n## " + alert + "\n"), alert);
    }
    assertEquals(expected, pages);
  }

  private static List<JsonNode> panels() throws IOException {
    List<JsonNode> panels = new ArrayList<>();
    for (JsonNode dashboard : Operations.dashboards()) {
      for (JsonNode panel : dashboard.get("panels")) {
        if (!panel.get("type").asText().equals("row")) {
          panels.add(panel);
        }
      }
    }
    return panels;
  }

  private static List<List<Integer>> cells(JsonNode place) {
    List<List<Integer>> cells = new ArrayList<>();
    for (int x = 0; x < place.get("w").asInt(); x++) {
      for (int y = 0; y < place.get("h").asInt(); y++) {
        cells.add(List.of(place.get("x").asInt() + x, place.get("y").asInt() + y));
      }
    }
    return cells;
  }

  private static List<String> named(List<String> lines, String key) {
    return lines.stream()
        .map(String::strip)
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()))
        .toList();
  }

  private static String title(JsonNode panel) {
    return panel.path("title").asText();
  }
}
