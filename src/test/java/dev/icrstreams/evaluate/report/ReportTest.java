package dev.icrstreams.evaluate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.icrstreams.evaluate.Result;
import dev.icrstreams.evaluate.Results;
import dev.icrstreams.evaluate.Share;
import dev.icrstreams.field.Decision.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final double EXACT = 1e-9;

  private final List<ReadField> fields =
      List.of(
          field("a.png", "boxed", Results.result("0123", "0123", 0.95, Route.ACCEPTED)),
          field("b.png", "boxed", Results.result("123", "128", 0.92, Route.ACCEPTED)),
          field("c.png", "clean", Results.result("77", "77", 0.6, Route.REVIEW)),
          field("d\te.png", "clean", Results.result("", "1", 0.93, Route.ACCEPTED)),
          field("f.png", "clean", Results.result("5", "", 0.5, Route.REVIEW)),
          field("g.png", "", Result.rejected("42")));
  private final Report report = Reports.of(fields);

  @Test
  void decidesUnderEveryBudgetFromTheSameReadings() {
    BudgetOutcome loose = report.all().budgets().get(0);
    assertEquals(0.9, loose.threshold());
    assertEquals(new Share(3, 6), loose.accepted());
    assertEquals(new Share(2, 3), loose.wrong());
    assertEquals(new Share(1, 1), loose.falseAccepts());
    // at most 2 of 3 wrong with a chance of 5 %: the rate r with r^3 = 0.95
    assertEquals(Math.cbrt(0.95), loose.errorUpperBound(), EXACT);
    BudgetOutcome strict = report.all().budgets().get(1);
    assertEquals(new Share(0, 6), strict.accepted());
    assertEquals(1, strict.errorUpperBound());
    assertTrue(Double.isInfinite(strict.threshold()));
  }

  @Test
  void measuresEveryRecipeThatTheLabelsName() {
    assertEquals(List.of("boxed", "clean"), List.copyOf(report.recipes().keySet()));
    assertEquals(new Share(1, 2), report.recipes().get("boxed").metrics().accuracy());
    assertEquals(3, report.recipes().get("clean").metrics().fields());
    assertEquals(6, report.all().metrics().fields());
  }

  @Test
  void writesTheKeysThatProgramsRelyOnFirstAndInOrder() throws Exception {
    JsonNode json = new ObjectMapper().readTree(ReportJson.of(report));
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    assertEquals(
        List.of(
            "accuracy",
            "fields",
            "accepted",
            "acceptedWrong",
            "falseAccepts",
            "coverageAt1",
            "coverageAt01",
            "ece"),
        names.subList(0, 8));
    assertEquals(0.4, json.get("accuracy").doubleValue(), EXACT);
    assertEquals(3, json.get("accepted").intValue());
    assertEquals(2, json.get("acceptedWrong").intValue());
    assertEquals(1, json.get("falseAccepts").intValue());
  }

  @Test
  void writesBudgetsBucketsReasonsRecipesAndTheSeed() throws Exception {
    JsonNode json = new ObjectMapper().readTree(ReportJson.of(report));
    assertEquals(42, json.get("seed").intValue());
    assertEquals(3, json.at("/budgets/0/accepted").intValue());
    assertTrue(json.at("/budgets/1/threshold").isNull(), "accepts nothing, so it has none");
    assertEquals(1, json.at("/errorBuckets/substituted/fields").intValue());
    assertEquals(2, json.at("/errorBuckets/unread/fields").intValue());
    assertEquals(1, json.at("/errorBuckets/invented/fields").intValue());
    assertEquals(2, json.at("/reviewReasons/LOW_CONFIDENCE/fields").intValue());
    assertEquals(1, json.at("/confusion/3/8").intValue());
    assertEquals(0.5, json.at("/recipes/boxed/accuracy").doubleValue(), EXACT);
  }

  @Test
  void printsAllBudgetsAndRecipesAndTheSeed() {
    String text = ReportText.of(report);
    assertTrue(text.contains("seed 42"), text);
    assertTrue(text.lines().anyMatch(line -> line.matches("0.001 +clean .*")), text);
    assertTrue(text.contains("2 of 3; 95 %: 9.43 to 99.16"), text);
  }

  @Test
  void listsEveryWrongField() {
    assertEquals(
        List.of(
            "file\tnumber\tread\tconfidence\tdecision\tbucket",
            "b.png\t123\t128\t0.92000000\taccepted\tsubstituted",
            "d\\te.png\t\t1\t0.93000000\taccepted\tinvented",
            "f.png\t5\t\t0.50000000\treview\tunread",
            "g.png\t42\t\t\trejected\tunread"),
        ErrorList.of(fields).lines().toList());
  }

  private static ReadField field(String file, String recipe, Result result) {
    return Reports.field(Path.of("folder"), file, recipe, result);
  }
}
