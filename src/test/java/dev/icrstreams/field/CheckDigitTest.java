package dev.icrstreams.field;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDigitTest {
  @ParameterizedTest
  @CsvSource({
    // published examples of each system
    "LUHN, 79927398713",
    "LUHN, 4111111111111111",
    "MOD11, 0365327",
    "MOD97, 510007547061111462",
    "MOD11_10, 86095742719",
    "EAN, 4006381333931",
    "EAN, 73513537"
  })
  void holdsForKnownNumbersAndForNoSingleDigitSlip(CheckDigit system, String number) {
    assertTrue(system.holds(number));
    for (int position = 0; position < number.length(); position++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        if (digit != number.charAt(position)) {
          String slip = number.substring(0, position) + digit + number.substring(position + 1);
          assertFalse(system.holds(slip), slip);
        }
      }
    }
  }

  @Test
  void holdsForNothingButDigits() {
    for (CheckDigit system : CheckDigit.values()) {
      assertFalse(system.holds(""), system.name());
      assertFalse(system.holds("12a4"), system.name());
      assertFalse(system.holds("١٢٣"), system.name());
    }
  }

  @Test
  void noneHoldsForEveryNumber() {
    assertTrue(CheckDigit.NONE.holds("0"));
    assertTrue(CheckDigit.NONE.holds("123"));
  }
}
