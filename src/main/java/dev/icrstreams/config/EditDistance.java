package dev.icrstreams.config;

import java.util.Collection;
import java.util.Comparator;

/** Levenshtein's distance, to name what somebody probably meant. */
final class EditDistance {
  private EditDistance() {}

  static String nearest(String word, Collection<String> words) {
    return words.stream().min(Comparator.comparingInt(other -> between(word, other))).orElseThrow();
  }

  static int between(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
