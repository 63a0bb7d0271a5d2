import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.Graphics2D;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Asks a Prometheus every query of a Grafana dashboard, and draws the answers where the dashboard
 * has its panels: for looking at a dashboard where there is no Grafana, and for CI. Ends with 1 if
 * a query fails or has no answer.
 *
 * <pre>java -cp 'target/lib/*' ops/grafana/Panels.java DASHBOARD.json http://localhost:9090 OUT.png [MINUTES]</pre>
 */
final class Panels {
  private static final int CELL_WIDTH = 62;
  private static final int CELL_HEIGHT = 34;
  private static final int STEPS = 120;
  private static final int IN_A_ROW = 4;
  private static final String SUFFIXES = " kMG";
  private static final Pattern LABEL = Pattern.compile("\\{\\{ *(\\w+) *}}");

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.builder().build();
  private final String prometheus;
  private final long from;
  private final long to = Instant.now().getEpochSecond();
  private int failures;

  private Panels(String prometheus, int minutes) {
    this.prometheus = prometheus;
    this.from = to - 60L * minutes;
  }

  private record Series(String name, List<Date> times, List<Double> values) {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 3) {
      System.err.println("usage: java -cp 'target/lib/*' ops/grafana/Panels.java DASHBOARD URL OUT.png [MINUTES]");
      System.exit(2);
    }
    int minutes = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 15;
    Panels panels = new Panels(arguments[1], minutes);
    panels.draw(Path.of(arguments[0]), Path.of(arguments[2]));
    System.exit(panels.failures == 0 ? 0 : 1);
  }

  private void draw(Path dashboard, Path out) throws IOException, InterruptedException {
    JsonNode all = json.readTree(Files.readString(dashboard)).get("panels");
    int rows = 0;
    for (JsonNode panel : all) {
      rows = Math.max(rows, panel.at("/gridPos/y").asInt() + panel.at("/gridPos/h").asInt());
    }
    BufferedImage page =
        new BufferedImage(24 * CELL_WIDTH, rows * CELL_HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = page.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
    for (JsonNode panel : all) {
      JsonNode place = panel.get("gridPos");
      int x = place.get("x").asInt() * CELL_WIDTH;
      int y = place.get("y").asInt() * CELL_HEIGHT;
      int width = place.get("w").asInt() * CELL_WIDTH;
      int height = place.get("h").asInt() * CELL_HEIGHT;
      if (panel.get("type").asText().equals("row")) {
        graphics.setColor(Color.BLACK);
        graphics.setFont(graphics.getFont().deriveFont(18f));
        graphics.drawString(panel.get("title").asText(), x + 6, y + 24);
      } else {
        graphics.drawImage(picture(panel, width, height), x, y, null);
      }
    }
    try (OutputStream file = Files.newOutputStream(out)) {
      ImageIO.write(page, "png", file);
    }
    System.out.println((failures == 0 ? "every query is answered; " : failures + " queries are not answered; ") + out);
  }

  private BufferedImage picture(JsonNode panel, int width, int height)
      throws IOException, InterruptedException {
    String title = panel.get("title").asText();
    String unit = panel.at("/fieldConfig/defaults/unit").asText();
    XYChart chart =
        new XYChartBuilder().width(width).height(height).title(title + " [" + unit + "]").build();
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
    chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
    chart.getStyler().setDatePattern("HH:mm:ss");
    chart.getStyler().setyAxisTickLabelsFormattingFunction(Panels::shortly);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setLegendFont(chart.getStyler().getLegendFont().deriveFont(9f));
    chart.getStyler().setChartTitleFont(chart.getStyler().getChartTitleFont().deriveFont(11f));
    int drawn = 0;
    for (JsonNode target : panel.get("targets")) {
      List<Series> answer = ask(target);
      if (answer.isEmpty()) {
        failures++;
        System.out.println("no answer: " + title + ": " + target.get("expr").asText());
      }
      for (Series series : answer) {
        String name = (++drawn) + " " + series.name();
        chart.addSeries(name, series.times(), series.values()).setMarker(SeriesMarkers.NONE);
        System.out.printf(
            "%-40s %-34s %s%n", title, series.name(), series.values().get(series.values().size() - 1));
      }
    }
    if (drawn > IN_A_ROW) {
      chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
      chart.getStyler().setLegendLayout(Styler.LegendLayout.Vertical);
    }
    if (drawn == 0) {
      chart.addSeries("nothing", List.of(new Date(from * 1000), new Date(to * 1000)), List.of(0, 0));
    }
    return BitmapEncoder.getBufferedImage(chart);
  }

  /** Three digits and what they stand for: 334M, 0.727. */
  private static String shortly(double value) {
    int thousands = 0;
    while (Math.abs(value) >= 1_000 && thousands < SUFFIXES.length() - 1) {
      value /= 1_000;
      thousands++;
    }
    String digits = new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
    return (digits + SUFFIXES.charAt(thousands)).strip();
  }

  private List<Series> ask(JsonNode target) throws IOException, InterruptedException {
    String query = target.get("expr").asText().replace("$__rate_interval", "1m");
    String url =
        "%s/api/v1/query_range?query=%s&start=%d&end=%d&step=%d"
            .formatted(
                prometheus,
                URLEncoder.encode(query, StandardCharsets.UTF_8),
                from,
                to,
                Math.max(1, (to - from) / STEPS));
    JsonNode body =
        json.readTree(
            http.send(
                    HttpRequest.newBuilder(URI.create(url)).build(),
                    HttpResponse.BodyHandlers.ofString())
                .body());
    if (!body.path("status").asText().equals("success")) {
      System.out.println("refused: " + query + ": " + body.path("error").asText());
      return List.of();
    }
    List<Series> all = new ArrayList<>();
    for (JsonNode result : body.at("/data/result")) {
      List<Date> times = new ArrayList<>();
      List<Double> values = new ArrayList<>();
      for (JsonNode point : result.get("values")) {
        double value = Double.parseDouble(point.get(1).asText().replace("Inf", "Infinity"));
        if (Double.isFinite(value)) {
          times.add(new Date(point.get(0).asLong() * 1000));
          values.add(value);
        }
      }
      if (!values.isEmpty()) {
        all.add(new Series(legend(target, result.get("metric")), times, values));
      }
    }
    return all;
  }

  private static String legend(JsonNode target, JsonNode labels) {
    Matcher label = LABEL.matcher(target.path("legendFormat").asText());
    return label.replaceAll(found -> Matcher.quoteReplacement(labels.path(found.group(1)).asText()));
  }
}
