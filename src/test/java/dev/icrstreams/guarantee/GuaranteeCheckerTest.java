package dev.icrstreams.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Origin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That the checker sees each kind of broken promise. */
class GuaranteeCheckerTest {
  private static final Content RIGHT = new Content("recognized|NUMBER|42|", List.of(0.99));

  private final GuaranteeChecker checker = new GuaranteeChecker(Map.of("s", RIGHT));

  @Test
  void isContentWhenAllHolds() {
    produce(2);
    answer(0, "k", RIGHT);
    answer(1, "k", new Content(RIGHT.text(), List.of(0.990_009)));
    assertEquals(List.of(), checker.broken());
    assertEquals("2 in, 2 out {recognized=2}; lost 0, duplicated 0", checker.toString());
  }

  @Test
  void seesWhatIsLostRepeatedOrUnknown() {
    produce(2);
    answer(0, "k", RIGHT);
    answer(0, "k", RIGHT);
    answer(5, "k", RIGHT);
    assertBroken("lost: in-0-1", "duplicated: in-0-0", "answers nothing that was produced: in-0-5");
  }

  @Test
  void seesOtherContent() {
    produce(3);
    answer(0, "k", new Content("recognized|NUMBER|43|", List.of(0.99)));
    answer(1, "k", new Content(RIGHT.text(), List.of(0.990_02)));
    answer(2, "k", new Content(RIGHT.text(), List.of(Double.NaN)));
    assertBroken("other content: in-0-0", "other content: in-0-1", "other content: in-0-2");
  }

  @Test
  void seesAnotherKeyAndAnotherOrder() {
    produce(3);
    answer(1, "k", RIGHT);
    answer(0, "k", RIGHT);
    answer(2, "j", RIGHT);
    assertBroken("other key: in-0-2", "out of order: out-0|k|0: 0 after 1");
  }

  @Test
  void seesRoutesThatDoNotAddUpAndInputsThatTheBrokersLost() {
    produce(3);
    answer(0, "k", RIGHT);
    answer(1, "k", RIGHT);
    answer(2, "k", new Content("review|NUMBER|42|", List.of(0.99)));
    checker.held(2);
    assertBroken(
        "routes do not add up: {recognized=2, review=1} for {recognized=3}",
        "the input topic holds 2 records for 3 produced");
  }

  private void produce(int count) {
    for (int offset = 0; offset < count; offset++) {
      checker.produced(new Origin("in", 0, offset), "k", "s");
    }
  }

  private void answer(int offset, String key, Content content) {
    checker.arrived(new Answer(new Origin("in", 0, offset), key, "out-0", 0, content));
  }

  private void assertBroken(String... beginnings) {
    for (String beginning : beginnings) {
      assertTrue(
          checker.broken().stream().anyMatch(line -> line.startsWith(beginning)),
          checker.broken().toString());
    }
  }
}
