package dev.icrstreams.field;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Roughly how large a regular expression gets when its counted repetitions are written out, which
 * compiling it does: {@code (((a{50}){50}){50}){50}} takes 24 characters here and gigabytes there.
 */
final class ExpressionSize {
  private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,9})(,(\\d{0,9}))?\\}");

  private final String regex;
  private final long most;
  private final Deque<Long> outer = new ArrayDeque<>();
  private long sum;
  private long last;

  private ExpressionSize(String regex, long most) {
    this.regex = regex;
    this.most = most;
  }

  /** Whether it has more atoms than {@code most}. */
  static boolean isOver(String regex, long most) {
    return new ExpressionSize(regex, most).isOver();
  }

  private boolean isOver() {
    Matcher count = COUNT.matcher(regex);
    for (int at = 0; at < regex.length() && sum <= most; at++) {
      switch (regex.charAt(at)) {
        case '(' -> {
          outer.push(sum);
          sum = 0;
        }
        case ')' -> close();
        case '[' -> {
          at = pastClass(at);
          atom(1);
        }
        case '\\' -> at = escape(at);
        case '{' -> {
          if (count.region(at, regex.length()).lookingAt()) {
            repeat(count);
            at = count.end() - 1;
          } else {
            atom(1);
          }
        }
        case '*', '+', '?' -> {}
        default -> atom(1);
      }
    }
    return sum > most;
  }

  private void atom(long size) {
    last = size;
    sum += size;
  }

  private void close() {
    long group = sum;
    sum = outer.isEmpty() ? 0 : outer.pop();
    atom(group + 1);
  }

  private void repeat(Matcher count) {
    String upper = count.group(3);
    long times = Long.parseLong(upper == null || upper.isEmpty() ? count.group(1) : upper);
    sum += last * Math.max(0, times - 1);
    last *= Math.max(1, times);
  }

  /** The last place of an escape; {@code \\Q…\\E} is taken as it stands. */
  private int escape(int at) {
    if (regex.startsWith("\\Q", at)) {
      int end = regex.indexOf("\\E", at);
      atom(1);
      return end < 0 ? regex.length() : end + 1;
    }
    atom(1);
    return at + 1;
  }

  /** The closing bracket of a class; a bracket in first place belongs to it. */
  private int pastClass(int from) {
    int at = from + 1;
    if (regex.startsWith("^", at)) {
      at++;
    }
    if (regex.startsWith("]", at)) {
      at++;
    }
    while (at < regex.length() && regex.charAt(at) != ']') {
      if (regex.startsWith("[:", at) && regex.indexOf(":]", at) > 0) {
        at = regex.indexOf(":]", at) + 1;
      } else if (regex.charAt(at) == '\\') {
        at++;
      }
      at++;
    }
    return at;
  }
}
