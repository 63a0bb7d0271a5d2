package dev.icrstreams.evaluate;

/** Levenshtein's distance: the fewest digits to substitute, insert or delete. */
final class Edits {
  private Edits() {}

  static int between(String read, String written) {
    int[] above = new int[written.length() + 1];
    for (int j = 0; j <= written.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= read.length(); i++) {
      int[] row = new int[written.length() + 1];
      row[0] = i;
      for (int j = 1; j <= written.length(); j++) {
        int kept = above[j - 1] + (read.charAt(i - 1) == written.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(kept, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[written.length()];
  }
}
