package dev.icrstreams.monitor;

import dev.icrstreams.stream.StreamsView.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The topology as a picture (SVG): sources on the left, each node right of what feeds it. */
final class TopologyDrawing {
  private static final int BOX_WIDTH = 170;
  private static final int BOX_HEIGHT = 52;
  private static final int GAP_X = 60;
  private static final int GAP_Y = 28;
  private static final int MARGIN = 20;
  private static final Map<String, String> FILL =
      Map.of("source", "#dbe9f6", "processor", "#f5f5f0", "sink", "#e1f0dc");

  private final Map<String, Node> nodes = new TreeMap<>();
  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<String, Integer> rows = new HashMap<>();

  private TopologyDrawing(List<Node> all) {
    all.forEach(node -> nodes.put(node.name(), node));
    all.stream().filter(node -> node.kind().equals("source")).forEach(node -> place(node, 0));
    Map<Integer, Integer> filled = new HashMap<>();
    for (String name : nodes.keySet()) {
      rows.put(name, filled.merge(columns.getOrDefault(name, 0), 1, Integer::sum) - 1);
    }
  }

  static String svg(List<Node> nodes) {
    return new TopologyDrawing(nodes).draw();
  }

  /** A topology has no cycles. */
  private void place(Node node, int column) {
    columns.merge(node.name(), column, Math::max);
    node.successors().forEach(next -> place(nodes.get(next), columns.get(node.name()) + 1));
  }

  private String draw() {
    List<String> parts = new ArrayList<>();
    for (Node node : nodes.values()) {
      node.successors().forEach(next -> parts.add(arrow(node.name(), next)));
    }
    nodes.values().forEach(node -> parts.add(box(node)));
    int wide = nodes.keySet().stream().mapToInt(this::x).max().orElse(0) + BOX_WIDTH + MARGIN;
    int high = nodes.keySet().stream().mapToInt(this::y).max().orElse(0) + BOX_HEIGHT + MARGIN;
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\">\n%s</svg>\n"
        .formatted(wide, high, wide, high, String.join("", parts));
  }

  private String arrow(String from, String to) {
    int x1 = x(from) + BOX_WIDTH;
    int y1 = y(from) + BOX_HEIGHT / 2;
    int x2 = x(to);
    int y2 = y(to) + BOX_HEIGHT / 2;
    return ("<path d=\"M%d %dL%d %d\" stroke=\"#555\" stroke-width=\"1.5\"/>"
            + "<path d=\"M%d %dl-8 -4v8z\" fill=\"#555\"/>\n")
        .formatted(x1, y1, x2 - 6, y2, x2, y2);
  }

  private String box(Node node) {
    boolean named = !node.topics().isEmpty();
    String middle =
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" font-size=\"%d\" fill=\"#222\">%s</text>";
    int centre = x(node.name()) + BOX_WIDTH / 2;
    String label =
        middle.formatted(centre, y(node.name()) + (named ? 22 : 31), 14, escaped(node.name()));
    String topics =
        named ? middle.formatted(centre, y(node.name()) + 41, 11, escaped(node.topics())) : "";
    return ("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"%s\""
            + " stroke=\"#555\"/>%s%s\n")
        .formatted(
            x(node.name()),
            y(node.name()),
            BOX_WIDTH,
            BOX_HEIGHT,
            FILL.get(node.kind()),
            label,
            topics);
  }

  private int x(String name) {
    return MARGIN + columns.getOrDefault(name, 0) * (BOX_WIDTH + GAP_X);
  }

  private int y(String name) {
    return MARGIN + rows.get(name) * (BOX_HEIGHT + GAP_Y);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
