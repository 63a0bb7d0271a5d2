package dev.icrstreams.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.constrain.AllowedList;
import dev.icrstreams.constrain.AllowedLists;
import dev.icrstreams.constrain.Rules;
import dev.icrstreams.field.Alternative;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.ConstraintsText;
import dev.icrstreams.field.Digit;
import dev.icrstreams.field.Ink;
import dev.icrstreams.field.Notice;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.ReviewReason;
import dev.icrstreams.read.columns.Columns;
import dev.icrstreams.read.columns.View;
import dev.icrstreams.read.confidence.Calibration;
import dev.icrstreams.read.fuse.Fusion;
import dev.icrstreams.segment.Candidate;
import dev.icrstreams.segment.Lattice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Fields of digits that stand apart, and both readers of one opinion on each; what only the
 * sequence reader sees is cut out of the ink.
 */
class ReadingBuilderTest {
  private static final Ink INK = new Ink(1, 1, new byte[1]);

  @Test
  void aRuleDecidesBetweenTwoLikelyDigits() {
    // 79927398713 satisfies Luhn's formula; the last but one might be a 7
    Reading free = read(Map.of(), digits("79927398713", 9, 7, 0.6));
    Reading checked = read(Map.of("check", "LUHN"), digits("79927398713", 9, 7, 0.6));
    assertEquals("79927398773", free.number());
    assertEquals(List.of(), free.notices());
    assertEquals("79927398713", checked.number());
    assertEquals(List.of(Notice.CHANGED_BY_CONSTRAINTS), checked.notices());
    assertEquals(List.of(), checked.doubts());
    assertTrue(checked.confidence() > 0.9, "" + checked.confidence());
    assertEquals("79927398773", checked.alternatives().get(0).value());
    assertEquals("1", value(checked, 9), "digits are the number's own");
  }

  @Test
  void aRuleThatTheReadingSatisfiesMakesItSurer() {
    double free = read(Map.of(), digits("79927398713", 9, 7, 0.3)).confidence();
    Reading checked = read(Map.of("check", "LUHN"), digits("79927398713", 9, 7, 0.3));
    assertEquals("79927398713", checked.number());
    assertEquals(List.of(), checked.notices());
    assertTrue(checked.confidence() > free + 0.1, checked.confidence() + " after " + free);
  }

  @Test
  void whatTheImageHardlySaysDoesNotBecomeCertain() {
    Reading checked = read(Map.of("check", "LUHN"), digits("79927398713", 9, 7, 0.999));
    assertEquals("79927398713", checked.number());
    assertEquals(List.of(Notice.CHANGED_BY_CONSTRAINTS), checked.notices());
    assertTrue(checked.confidence() < 0.2, "" + checked.confidence());
    Alternative written = checked.alternatives().get(0);
    assertEquals("79927398773", written.value());
    assertTrue(written.confidence() > 0.8, "" + written.confidence());
  }

  @Test
  void whatNoRuleCanExplainGoesToReviewAsItWasRead() {
    for (Map<String, String> texts :
        List.of(
            Map.of("check", "LUHN"),
            Map.of("min_digits", "12"),
            Map.of("max", "79927398772"),
            Map.of("regex", "[0-6]+"),
            Map.of("allowed", "accounts"))) {
      Reading reading = read(texts, digits("79927398713", 9, 7, 1 - 1e-9));
      assertEquals("79927398773", reading.number(), texts.toString());
      assertEquals(1, reading.doubts().size(), texts.toString());
      ReviewReason doubt = reading.doubts().get(0);
      assertEquals(ReviewReason.Code.CONSTRAINT_VIOLATED, doubt.code());
      assertEquals(List.of(), reading.notices());
    }
    assertEquals(
        "CONSTRAINT_VIOLATED: allowed list accounts",
        read(Map.of("allowed", "accounts"), digits("79927398713", 9, 7, 0.9999999))
            .doubts()
            .get(0)
            .toString());
  }

  @Test
  void aListDecidesBetweenCuts() {
    // three digits, or two of which one is wide
    Lattice lattice =
        new Lattice(
            4,
            List.of(candidate(0, 1), candidate(1, 2), candidate(2, 3), candidate(0, 2)),
            List.of(),
            0);
    float[][] logs = {logs(1, 0.6), logs(2, 0.6), logs(3, 0.9), logs(8, 0.9)};
    float[][] columns = {Spelled.column(8, 0.6), Spelled.column(10, 0.6), Spelled.column(3, 0.9)};
    columns[0][1] = (float) Math.log(0.35);
    columns[1][2] = (float) Math.log(0.35);
    Columns view = new Columns(columns);
    assertEquals("83", build(Map.of(), lattice, logs, view).number());
    Reading listed = build(Map.of("allowed", "accounts"), lattice, logs, view);
    assertEquals("123", listed.number());
    assertEquals(3, listed.digits().size());
    assertTrue(listed.alternatives().stream().anyMatch(each -> each.value().equals("83")));
  }

  @Test
  void digitsThatOnlyTheSequenceReaderSeesAreCutOutOfTheInk() {
    // the lattice takes two bars for one digit; a hair joins them
    Box left = new Box(5, 4, 4, 30);
    Box right = new Box(25, 6, 4, 30);
    Lattice lattice = new Lattice(2, List.of(candidate(0, 1)), List.of(), 0);
    Segmentation field = Spelled.field(lattice, 40, left, right, new Box(9, 20, 16, 1));
    Scores scores =
        new Scores(new float[][] {logs(4, 0.9)}, Spelled.views(Spelled.columns("17", 0.999)));
    Reading reading =
        build(
            Map.of(),
            field,
            scores,
            inks -> {
              assertEquals(2, inks.size());
              return new float[][] {logs(1, 0.7), logs(4, 0.8)};
            });
    assertEquals("17", reading.number());
    assertEquals(List.of(1, 7), reading.digits().stream().map(Digit::value).toList());
    assertEquals(0.7, reading.digits().get(0).confidence(), 1e-6);
    assertEquals("4", reading.digits().get(1).alternatives().get(0).value());
    for (int i = 0; i < 2; i++) {
      Box bar = i == 0 ? left : right;
      Box cut = reading.digits().get(i).box();
      assertEquals(cut, cut.union(bar), "the bar is inside its cut");
      assertEquals(bar.height(), cut.height());
    }
    assertTrue(reading.alternatives().stream().anyMatch(each -> each.value().equals("4")));
  }

  @Test
  void aFieldIsBlankOnlyIfTheSequenceReaderSeesNothingEither() {
    Segmentation field = Spelled.field(new Lattice(0, List.of(), List.of(), 0), 80);
    DigitReader.Network network = inks -> new float[][] {logs(5, 0.5)};
    List<View> nothing = Spelled.views(new Columns(new float[][] {Spelled.column(10, 0.99)}));
    Scores blank = new Scores(new float[0][], nothing);
    assertEquals(Outcome.BLANK, build(Map.of(), field, blank, network).outcome());
    // one view that is less sure is enough to doubt it
    List<View> views = new ArrayList<>(nothing);
    views.addAll(nothing);
    views.addAll(Spelled.views(new Columns(new float[][] {Spelled.column(10, 0.95)})));
    Reading doubted = build(Map.of(), field, new Scores(new float[0][], views), network);
    assertNotEquals(Outcome.BLANK, doubted.outcome());
    assertEquals(List.of(ReviewReason.of(ReviewReason.Code.POOR_IMAGE)), doubted.doubts());
    Scores faint = new Scores(new float[0][], Spelled.views(Spelled.columns("5", 0.9)));
    Reading reading = build(Map.of(), field, faint, network);
    assertEquals("5", reading.number());
    assertEquals(List.of(ReviewReason.of(ReviewReason.Code.POOR_IMAGE)), reading.doubts());
  }

  private static Reading read(Map<String, String> texts, float[][] logs) {
    List<Candidate> candidates =
        IntStream.range(0, logs.length).mapToObj(i -> candidate(i, i + 1)).toList();
    Lattice lattice = new Lattice(logs.length + 1, candidates, List.of(), 0);
    return build(texts, lattice, logs, Spelled.columns(logs));
  }

  private static Reading build(
      Map<String, String> texts, Lattice lattice, float[][] logs, Columns view) {
    Segmentation field = Spelled.field(lattice, 20 * lattice.nodes());
    DigitReader.Network none =
        inks -> {
          throw new AssertionError("the lattice has the digits");
        };
    return build(texts, field, new Scores(logs, Spelled.views(view)), none);
  }

  private static Reading build(
      Map<String, String> texts, Segmentation field, Scores scores, DigitReader.Network network) {
    AllowedLists lists =
        AllowedLists.of(Map.of("accounts", AllowedList.of(List.of("4711", "123", "99"))));
    return new ReadingBuilder(
            field, scores, Calibration.NONE, network, Fusion.Weights.BOTH, SearchListener.NONE)
        .build(Rules.of(ConstraintsText.parse(texts), lists), List.of());
  }

  private static String value(Reading reading, int position) {
    return Integer.toString(reading.digits().get(position).value());
  }

  /** The digits of a number, all but certain, but one that is another with that probability. */
  private static float[][] digits(String number, int position, int other, double probability) {
    float[][] all = new float[number.length()][];
    for (int i = 0; i < all.length; i++) {
      all[i] = logs(number.charAt(i) - '0', 1 - 1e-12);
    }
    all[position][number.charAt(position) - '0'] = (float) Math.log1p(-probability);
    all[position][other] = (float) Math.log(probability);
    return all;
  }

  private static float[] logs(int digit, double probability) {
    float[] logs = new float[10];
    Arrays.fill(logs, (float) Math.log((1 - probability) / 9));
    logs[digit] = (float) Math.log(probability);
    return logs;
  }

  private static Candidate candidate(int from, int to) {
    return new Candidate(from, to, new Box(20 * from, 0, 20 * (to - from), 40), INK);
  }
}
