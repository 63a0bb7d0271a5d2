package dev.icrstreams.field;

/** Check digit systems; each tells whether a whole number, check digits included, is consistent. */
public enum CheckDigit {
  /** No check digit: every number is consistent. */
  NONE {
    @Override
    boolean holdsForDigits(String number) {
      return true;
    }
  },
  /** Luhn's formula, ISO/IEC 7812-1 annex B: payment cards, many account numbers. */
  LUHN {
    @Override
    boolean holdsForDigits(String number) {
      int sum = 0;
      for (int i = 0; i < number.length(); i++) {
        int digit = fromRight(number, i);
        int doubled = 2 * digit;
        sum += i % 2 == 0 ? digit : doubled / 10 + doubled % 10;
      }
      return number.length() > 1 && sum % 10 == 0;
    }
  },
  /** Weights 1, then 2 to 7 over and over, from the right; the sum is a multiple of 11. */
  MOD11 {
    @Override
    boolean holdsForDigits(String number) {
      int sum = fromRight(number, 0);
      for (int i = 1; i < number.length(); i++) {
        sum += fromRight(number, i) * (2 + (i - 1) % 6);
      }
      return number.length() > 1 && sum % 11 == 0;
    }
  },
  /** ISO/IEC 7064 MOD 97-10: two check digits, remainder 1 (creditor references, IBAN bodies). */
  MOD97 {
    @Override
    boolean holdsForDigits(String number) {
      int remainder = 0;
      for (int i = 0; i < number.length(); i++) {
        remainder = (remainder * 10 + Character.digit(number.charAt(i), 10)) % 97;
      }
      return number.length() > 2 && remainder == 1;
    }
  },
  /** ISO/IEC 7064 MOD 11,10: one check digit (German tax numbers). */
  MOD11_10 {
    @Override
    boolean holdsForDigits(String number) {
      int product = 10;
      for (int i = number.length() - 1; i > 0; i--) {
        int sum = (product + fromRight(number, i)) % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
      }
      return number.length() > 1 && (product + fromRight(number, 0)) % 10 == 1;
    }
  },
  /** GS1's weights 3 and 1 from the right: EAN-8, EAN-13, GTIN-14, SSCC. */
  EAN {
    @Override
    boolean holdsForDigits(String number) {
      int sum = 0;
      for (int i = 0; i < number.length(); i++) {
        sum += fromRight(number, i) * (i % 2 == 0 ? 1 : 3);
      }
      return number.length() > 1 && sum % 10 == 0;
    }
  };

  abstract boolean holdsForDigits(String number);

  /** Whether a number of ASCII decimal digits is consistent; anything else is not. */
  public boolean holds(String number) {
    return !number.isEmpty()
        && number.chars().allMatch(c -> c >= '0' && c <= '9')
        && holdsForDigits(number);
  }

  private static int fromRight(String number, int position) {
    return number.charAt(number.length() - 1 - position) - '0';
  }
}
