package dev.icrstreams.synth.hand;

import dev.icrstreams.synth.raster.SeededRandom;

/** Words that nobody could take for a number. */
public final class Syllables {
  private static final String VOWELS = "aeu";
  private static final String CONSONANTS = "bcdfghjklmnpqrstvwxyz";

  /** Alone they might be 0, 1, 2, 5, 6, 8 or 9. */
  private static final String LIKE_DIGITS = "bgiloqstzd";

  private static final String CURSIVE_VOWELS = "aeiou";
  private static final String CURSIVE_CONSONANTS = "bcdfghklmnprstvwy";
  private static final String INITIALS = "ABCDEFGHKLMNPRSTUVWXY";

  private Syllables() {}

  /** Three to eight small letters, most of them unlike any digit. */
  public static String word(SeededRandom random) {
    while (true) {
      String word = letters(VOWELS + "io", CONSONANTS, random.range(3, 8), random);
      long like = word.chars().filter(c -> LIKE_DIGITS.indexOf(c) >= 0).count();
      if (3 * like <= word.length()) {
        return word;
      }
    }
  }

  /** Three to nine small letters that can be joined. */
  public static String joinable(SeededRandom random) {
    return letters(CURSIVE_VOWELS, CURSIVE_CONSONANTS, random.range(3, 9), random);
  }

  /** A capital letter to begin a name with. */
  public static char initial(SeededRandom random) {
    return any(INITIALS, random);
  }

  private static String letters(String vowels, String consonants, int length, SeededRandom random) {
    StringBuilder word = new StringBuilder();
    boolean vowel = random.chance(0.4);
    while (word.length() < length) {
      word.append(any(vowel ? vowels : consonants, random));
      vowel = vowel ? random.chance(0.1) : random.chance(0.8);
    }
    return word.toString();
  }

  private static char any(String letters, SeededRandom random) {
    return letters.charAt(random.range(0, letters.length() - 1));
  }
}
