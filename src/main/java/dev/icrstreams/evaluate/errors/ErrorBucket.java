package dev.icrstreams.evaluate.errors;

import dev.icrstreams.evaluate.Alignment.Kind;
import dev.icrstreams.evaluate.Alignment.Step;
import dev.icrstreams.evaluate.Result;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What went wrong with a field. Its lower-case name is public API. */
public enum ErrorBucket {
  /** Digits read as other digits, and nothing else. */
  SUBSTITUTED("digits read as others"),
  /** Digits not read, and nothing else. */
  MISSED("digits not read"),
  /** Digits read where none is written, and nothing else. */
  EXTRA("digits read where none is"),
  /** Pairs of digits read as one, and nothing else. */
  MERGED("two digits read as one"),
  /** Digits read as two, and nothing else. */
  SPLIT("one digit read as two"),
  /** More than one of these. */
  SEVERAL("several of these"),
  /** No number came out at all: out as blank, unreadable or rejected. */
  UNREAD("no number read"),
  /** A number was read where none is written. */
  INVENTED("a number read where none is");

  private final String meaning;

  ErrorBucket(String meaning) {
    this.meaning = meaning;
  }

  /** What it means, for people. */
  public String meaning() {
    return meaning;
  }

  /** The bucket of a result; none if nothing is wrong with it. */
  public static Optional<ErrorBucket> of(Result result) {
    if (!result.isWrong()) {
      return Optional.empty();
    }
    if (!result.hasNumber()) {
      return Optional.of(INVENTED);
    }
    return Optional.of(result.isRead() ? misread(result) : UNREAD);
  }

  private static ErrorBucket misread(Result result) {
    Set<Kind> kinds =
        result.alignment().steps().stream()
            .map(Step::kind)
            .filter(kind -> kind != Kind.KEPT)
            .collect(Collectors.toSet());
    return kinds.size() > 1 ? SEVERAL : valueOf(kinds.iterator().next().name());
  }
}
