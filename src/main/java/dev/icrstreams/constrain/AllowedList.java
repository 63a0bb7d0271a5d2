package dev.icrstreams.constrain;

import dev.icrstreams.field.Constraints;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The numbers that a field may hold, sorted, one byte a digit and four a number: a million account
 * numbers take some 14 MB. Immutable, so threads may share it.
 */
public final class AllowedList {
  /** The most numbers that a list may have. */
  public static final int MAX_NUMBERS = 10_000_000;

  private static final int MAX_DIGITS = Constraints.MAX_DIGITS;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final byte[] digits;
  private final int[] starts;

  private AllowedList(List<String> sorted) {
    this.starts = new int[sorted.size() + 1];
    for (int i = 0; i < sorted.size(); i++) {
      starts[i + 1] = starts[i] + sorted.get(i).length();
    }
    this.digits = new byte[starts[sorted.size()]];
    for (int i = 0; i < sorted.size(); i++) {
      byte[] number = sorted.get(i).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(number, 0, digits, starts[i], number.length);
    }
  }

  /** A list of these numbers of decimal digits; leading zeros count. */
  public static AllowedList of(Collection<String> numbers) {
    return new AllowedList(List.copyOf(new TreeSet<>(numbers)));
  }

  /**
   * Reads a list in UTF-8: one number a line. Empty lines and what follows a {@code #} are ignored,
   * and so is white space around a number.
   *
   * @throws IOException if it cannot be read, holds no or too many numbers, or a line that is no
   *     number; the message names file and line
   */
  public static AllowedList read(Path file) throws IOException {
    List<String> numbers = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int line = 0;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        String number = number(text, line == 1);
        if (number.isEmpty()) {
          continue;
        }
        if (!isNumber(number)) {
          throw new IOException(
              file + ":" + line + ": not 1 to " + MAX_DIGITS + " decimal digits: " + shown(number));
        }
        if (numbers.size() == MAX_NUMBERS) {
          throw new IOException(file + " holds more than " + MAX_NUMBERS + " numbers");
        }
        numbers.add(number);
      }
    }
    if (numbers.isEmpty()) {
      throw new IOException(file + " holds no number");
    }
    numbers.sort(null);
    return new AllowedList(withoutRepeats(numbers));
  }

  /** How many numbers there are. */
  public int size() {
    return starts.length - 1;
  }

  /** Whether a number of decimal digits is in it, leading zeros and all. */
  public boolean contains(String number) {
    return automaton().accepts(number);
  }

  /** The automaton that accepts the list's numbers: what is left of the list is its state. */
  NumberAutomaton automaton() {
    return new Prefixes();
  }

  /**
   * The numbers that begin alike.
   *
   * @param from the first of them
   * @param to after the last of them
   * @param length how many digits they share
   */
  private record Range(int from, int to, int length) {}

  private final class Prefixes extends LazyAutomaton<Range> {
    Prefixes() {
      super(new Range(0, size(), 0));
    }

    @Override
    Range after(Range range, int digit) {
      int from = firstFrom(digit, range);
      int to = firstFrom(digit + 1, range);
      return from == to ? null : new Range(from, to, range.length() + 1);
    }

    @Override
    boolean isAccepting(Range range) {
      // the shortest sorts first
      return starts[range.from() + 1] - starts[range.from()] == range.length();
    }
  }

  /** The first number of a range whose next digit is this one or a greater one. */
  private int firstFrom(int digit, Range range) {
    int low = range.from();
    int high = range.to();
    while (low < high) {
      int middle = (low + high) >>> 1;
      int at = starts[middle] + range.length();
      if (at < starts[middle + 1] && digits[at] >= '0' + digit) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static String number(String line, boolean first) {
    String text = first && line.indexOf(BYTE_ORDER_MARK) == 0 ? line.substring(1) : line;
    int comment = text.indexOf('#');
    return (comment < 0 ? text : text.substring(0, comment)).strip();
  }

  private static boolean isNumber(String text) {
    return text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String shown(String text) {
    return text.length() <= MAX_DIGITS ? text : text.substring(0, MAX_DIGITS) + "…";
  }

  private static List<String> withoutRepeats(List<String> sorted) {
    List<String> distinct = new ArrayList<>(sorted.size());
    for (String number : sorted) {
      if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals(number)) {
        distinct.add(number);
      }
    }
    return distinct;
  }
}
