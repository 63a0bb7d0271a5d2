package dev.icrstreams.explain.verdict;

import dev.icrstreams.explain.evidence.Explanation;
import dev.icrstreams.explain.evidence.Section;
import dev.icrstreams.explain.html.Html;
import dev.icrstreams.explain.html.Words;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.ReviewReason;
import java.util.Locale;
import java.util.stream.Collectors;

/** The result, first of all. */
public final class Verdict implements Section {
  /** The number, its confidence, where it goes and why, in a line. */
  public static String line(Explanation of) {
    String reasons =
        of.decision().reasons().stream()
            .map(ReviewReason::toString)
            .collect(Collectors.joining("; "));
    return what(of.reading())
        + ", confidence "
        + Words.confidence(of.reading().confidence())
        + ", "
        + route(of)
        + (reasons.isEmpty() ? "" : " (" + reasons + ")");
  }

  @Override
  public String title() {
    return "Result";
  }

  @Override
  public void write(Html html, Explanation of) {
    html.element("p", what(of.reading()), "class", "number");
    html.open("p").element("strong", route(of), "class", "badge " + colour(of));
    html.text(" confidence " + Words.confidence(of.reading().confidence())).close();
    if (!of.decision().reasons().isEmpty()) {
      html.open("ul");
      of.decision().reasons().forEach(reason -> html.element("li", reason.toString()));
      html.close();
    }
    html.element("p", "Model " + of.judge().model(), "class", "note");
  }

  private static String what(Reading reading) {
    return reading.outcome() == Outcome.NUMBER
        ? reading.number()
        : reading.outcome().name().toLowerCase(Locale.ROOT);
  }

  private static String route(Explanation of) {
    return of.decision().route().name().toLowerCase(Locale.ROOT);
  }

  private static String colour(Explanation of) {
    return switch (of.decision().route()) {
      case ACCEPTED, BLANK -> "good";
      case REVIEW -> "doubt";
      case REJECTED -> "bad";
    };
  }
}
