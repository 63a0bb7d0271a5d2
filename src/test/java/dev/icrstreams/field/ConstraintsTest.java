package dev.icrstreams.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintsTest {
  @Test
  void namesTheRuleThatANumberBreaks() {
    Constraints zip = ConstraintsText.parse(Map.of("min_digits", "5", "max_digits", "5"));
    assertEquals(Optional.empty(), zip.ruleBrokenBy("01234"));
    assertEquals(Optional.of("at least 5 digits"), zip.ruleBrokenBy("1234"));
    assertEquals(Optional.of("at most 5 digits"), zip.ruleBrokenBy("123456"));
    assertEquals(
        Optional.of("check digit LUHN"),
        ConstraintsText.parse(Map.of("check", "LUHN")).ruleBrokenBy("79927398710"));
    assertEquals(
        Optional.of("regular expression 19[0-9]{2}"),
        ConstraintsText.parse(Map.of("regex", "19[0-9]{2}")).ruleBrokenBy("11999"));
    Constraints range = ConstraintsText.parse(Map.of("min", "10", "max", "0099"));
    assertEquals(Optional.of("minimum 10"), range.ruleBrokenBy("009"));
    assertEquals(Optional.of("maximum 99"), range.ruleBrokenBy("100"));
    assertEquals(Optional.of("maximum 99"), range.ruleBrokenBy("99999999999999999999999"));
    assertEquals(Optional.empty(), range.ruleBrokenBy("0010"));
  }

  @ParameterizedTest
  @CsvSource({
    "min_digits, 0",
    "min_digits, 101",
    "max_digits, 4294967297",
    "max_digits, many",
    "regex, '[0-9'",
    "regex, '(([0-9]{1,30}){1,30}){1,30}'",
    "check, LUHM",
    "min, -1",
    "min, 12.50"
  })
  void refusesWhatMakesNoSense(String name, String text) {
    var e =
        assertThrows(RejectedFieldException.class, () -> ConstraintsText.parse(Map.of(name, text)));
    assertEquals(ErrorCode.INVALID_CONSTRAINT, e.code());
  }

  @Test
  void refusesRangesThatHoldNothing() {
    assertThrows(
        RejectedFieldException.class,
        () -> ConstraintsText.parse(Map.of("min_digits", "6", "max_digits", "5")));
    assertThrows(
        RejectedFieldException.class, () -> ConstraintsText.parse(Map.of("min", "6", "max", "5")));
  }

  @Test
  void refusesALongExpression() {
    var e =
        assertThrows(
            RejectedFieldException.class,
            () -> ConstraintsText.parse(Map.of("regex", "1".repeat(201))));
    assertTrue(e.getMessage().contains("200 characters"), e.getMessage());
  }

  @Test
  void surviveTheWayThroughText() {
    Constraints constraints =
        ConstraintsText.parse(
            Map.of(
                "min_digits",
                "2",
                "max_digits",
                "9",
                "regex",
                "[0-9]+",
                "check",
                "EAN",
                "min",
                "3",
                "max",
                "4",
                "allowed",
                "branches"));
    assertEquals("branches", constraints.allowed());
    assertEquals(constraints, ConstraintsText.parse(ConstraintsText.of(constraints)));
    assertEquals(Map.of(), ConstraintsText.of(Constraints.NONE));
  }
}
