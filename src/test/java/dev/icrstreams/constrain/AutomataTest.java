package dev.icrstreams.constrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import dev.icrstreams.field.CheckDigit;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.ConstraintsText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every automaton against the rule it stands for, on every number of one to five digits. */
class AutomataTest {
  private static final int LONGEST = 5;

  @ParameterizedTest
  @EnumSource(CheckDigit.class)
  void checkDigitsHoldForTheSameNumbers(CheckDigit system) {
    assertSame(system.name(), CheckDigits.of(system, 1, 100), system::holds);
    for (int least = 1; least <= 4; least++) {
      for (int most = least; most <= 5; most += 2) {
        int from = least;
        int to = most;
        NumberAutomaton asked =
            AllOf.of(List.of(new DigitCount(from, to), CheckDigits.of(system, from, to)));
        assertSame(
            system + " of " + from + " to " + to,
            asked,
            number -> number.length() >= from && number.length() <= to && system.holds(number));
      }
    }
  }

  /** Longer than any weights' period. */
  @ParameterizedTest
  @EnumSource(CheckDigit.class)
  void checkDigitsHoldForTheSameLongNumbers(CheckDigit system) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    NumberAutomaton any = CheckDigits.of(system, 1, 100);
    NumberAutomaton fifteen = CheckDigits.of(system, 15, 15);
    int held = 0;
    for (int i = 0; i < 20_000; i++) {
      String number = random(random, 6 + random.nextInt(15));
      boolean holds = system.holds(number);
      held += holds ? 1 : 0;
      String what = system + " " + number + " seed " + seed;
      assertEquals(holds, any.accepts(number), what);
      if (number.length() == 15) {
        assertEquals(holds, fifteen.accepts(number), what);
      }
    }
    assertTrue(held > 100, "seed " + seed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[0-9]{3}",
        "\\d+",
        "19|20\\d*",
        "(?:19|20)\\d{2}",
        "^12$|^3\\z",
        "1^2",
        "\\A0.*",
        "12$3?",
        "\\b1\\d*\\b",
        "1\\b2",
        "1\\B2",
        "\\B12",
        "(1|12)(3|23)?",
        "(?:(?:1?)*2)+",
        "(0*1){2,3}?",
        "[^1-8]+",
        "[[:digit:]]{2}0",
        "[\\D1]2",
        ".{4}",
        "(?i)1|a",
        "(?m)^5$",
        "(?s).",
        "\\Q12\\E",
        "\\x31\\x{32}",
        "\\pN5",
        "\\w\\W",
        "[a-z]+",
        "()",
        "()7",
        "|3",
        "((((1)2)3)4)5",
        "(?P<year>1)2*"
      })
  void expressionsMatchWhatRe2Matches(String regex) {
    Pattern pattern = Pattern.compile(regex);
    assertSame(regex, Expression.of(regex), pattern::matches);
  }

  @Test
  void randomExpressionsMatchWhatRe2Matches() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 150; i++) {
      String regex = expression(random, 4);
      Pattern pattern = Pattern.compile(regex);
      NumberAutomaton automaton = Expression.of(regex);
      for (int j = 0; j < 500; j++) {
        String number = fewDigits(random, 1 + random.nextInt(7));
        assertEquals(
            pattern.matches(number),
            automaton.accepts(number),
            regex + " on " + number + ", seed " + seed);
      }
    }
  }

  @Test
  void deadEndsOfExpressionsAreDead() {
    NumberAutomaton automaton = Expression.of("12a|13");
    int one = automaton.next(automaton.start(), 1);
    assertEquals(NumberAutomaton.DEAD, automaton.next(one, 2), "only a letter could follow");
    assertTrue(automaton.accepts(automaton.next(one, 3)));
  }

  @Test
  void boundsCompareValues() {
    for (long bound : new long[] {0, 1, 9, 10, 99, 100, 101, 909, 1234, 99_999, 100_000}) {
      assertSame(">= " + bound, Bound.atLeast(bound), number -> Long.parseLong(number) >= bound);
      assertSame("<= " + bound, Bound.atMost(bound), number -> Long.parseLong(number) <= bound);
    }
    String huge = "9".repeat(40);
    assertTrue(Bound.atLeast(Long.MAX_VALUE).accepts(huge));
    assertTrue(Bound.atMost(Long.MAX_VALUE).accepts("000" + Long.MAX_VALUE));
    assertFalse(Bound.atMost(Long.MAX_VALUE).accepts(huge));
    NumberAutomaton atMost21 = Bound.atMost(21);
    int three = atMost21.next(atMost21.start(), 3);
    assertEquals(NumberAutomaton.DEAD, atMost21.next(three, 0));
  }

  @Test
  void digitCountsCount() {
    assertSame("2 to 4", new DigitCount(2, 4), n -> n.length() >= 2 && n.length() <= 4);
  }

  @Test
  void listsHoldTheirNumbers() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int size : new int[] {1, 2, 30, 3_000}) {
      Set<String> numbers = new HashSet<>();
      for (int i = 0; i < size; i++) {
        numbers.add(random(random, 1 + random.nextInt(LONGEST)));
      }
      AllowedList list = AllowedList.of(numbers);
      assertEquals(numbers.size(), list.size());
      assertSame("list of seed " + seed, list.automaton(), numbers::contains);
      // whatever begins no number of the list is dead at once
      NumberAutomaton automaton = list.automaton();
      for (int digit = 0; digit < 10; digit++) {
        String first = Integer.toString(digit);
        assertEquals(
            numbers.stream().anyMatch(number -> number.startsWith(first)),
            automaton.next(automaton.start(), digit) != NumberAutomaton.DEAD);
      }
    }
  }

  @Test
  void theNumberItselfIsAccepted() {
    assertSame("exactly", NumberAutomaton.exactly("0420"), "0420"::equals);
  }

  @Test
  void rulesAcceptWhatBreaksNone() {
    AllowedLists lists = AllowedLists.of(Map.of("even", AllowedList.of(every(5, 2))));
    List<Map<String, String>> all =
        List.of(
            Map.of(),
            Map.of("min_digits", "3"),
            Map.of("max_digits", "2", "check", "LUHN"),
            Map.of("min", "120", "max", "0340", "regex", "[0-3]*"),
            Map.of("check", "EAN", "min", "7", "min_digits", "3", "max_digits", "4"),
            Map.of("allowed", "even", "check", "MOD11", "max", "50000"),
            Map.of("regex", "[0-9]{4}", "max_digits", "3"));
    for (Map<String, String> texts : all) {
      Constraints constraints = ConstraintsText.parse(texts);
      Rules rules = Rules.of(constraints, lists);
      assertEquals(texts.isEmpty(), rules.allowAll());
      assertSame(
          texts.toString(), rules.automaton(), number -> rules.ruleBrokenBy(number).isEmpty());
    }
  }

  private static void assertSame(
      String name, NumberAutomaton automaton, Predicate<String> expected) {
    everyNumber(
        LONGEST,
        number ->
            assertEquals(
                expected.test(number), automaton.accepts(number), () -> name + " " + number));
  }

  private static void everyNumber(int longest, Consumer<String> use) {
    for (int length = 1; length <= longest; length++) {
      int count = (int) Math.pow(10, length);
      for (int value = 0; value < count; value++) {
        use.accept(Integer.toString(count + value).substring(1));
      }
    }
  }

  private static List<String> every(int longest, int step) {
    List<String> numbers = new ArrayList<>();
    everyNumber(
        longest,
        number -> {
          if (Integer.parseInt(number) % step == 0) {
            numbers.add(number);
          }
        });
    return numbers;
  }

  private static String expression(Random random, int depth) {
    if (depth == 0) {
      return List.of("0", "1", "[12]", "\\d", ".", "[^0]", "x", "\\b", "^", "$")
          .get(random.nextInt(10));
    }
    String a = expression(random, depth - 1);
    String b = expression(random, depth - 1);
    return switch (random.nextInt(7)) {
      case 0 -> "(?:" + a + "|" + b + ")";
      case 1 -> "(?:" + a + ")*";
      case 2 -> "(?:" + a + ")?" + b;
      case 3 -> "(" + a + ")+";
      case 4 -> "(?:" + a + "){1,2}";
      default -> a + b;
    };
  }

  private static String fewDigits(Random random, int length) {
    StringBuilder number = new StringBuilder();
    for (int i = 0; i < length; i++) {
      number.append(random.nextInt(3));
    }
    return number.toString();
  }

  private static String random(Random random, int length) {
    StringBuilder number = new StringBuilder();
    for (int i = 0; i < length; i++) {
      number.append(random.nextInt(10));
    }
    return number.toString();
  }
}
