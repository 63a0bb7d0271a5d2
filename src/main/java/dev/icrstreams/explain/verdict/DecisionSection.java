package dev.icrstreams.explain.verdict;

import dev.icrstreams.config.Keys;
import dev.icrstreams.explain.evidence.Explanation;
import dev.icrstreams.explain.evidence.Section;
import dev.icrstreams.explain.html.Html;
import dev.icrstreams.explain.html.Words;
import dev.icrstreams.field.ConstraintsText;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.field.ReviewReason;
import dev.icrstreams.read.confidence.AcceptPolicy;
import dev.icrstreams.read.confidence.Calibration.Risk;
import dev.icrstreams.read.confidence.ErrorBound;
import java.util.Map;
import java.util.OptionalDouble;

/** What decided where the field goes. */
public final class DecisionSection implements Section {
  @Override
  public String title() {
    return "What decided";
  }

  @Override
  public void write(Html html, Explanation of) {
    Explanation.Judge judge = of.judge();
    html.open("table");
    html.fact("error budget (" + Keys.MAX_ERROR_RATE.name() + ")", Double.toString(judge.budget()));
    if (of.reading().outcome() == Outcome.BLANK) {
      Risk blanks = judge.calibration().blanks();
      html.fact(
          "numbers taken for blank when calibrated",
          sample(blanks) + " of them; the bound must not exceed the budget");
    } else {
      html.fact(
          "confidence that this budget asks for",
          judge.threshold() <= 1
              ? Words.confidence(judge.threshold())
              : "none would do: no level of the calibration is that sure");
      html.fact("confidence of this reading", Words.confidence(of.reading().confidence()));
      html.fact("smallest budget that would accept this confidence", leastBudget(of));
    }
    Map<String, String> constraints = ConstraintsText.of(of.constraints());
    html.fact("constraints", constraints.isEmpty() ? "none" : constraints.toString());
    for (ReviewReason doubt : of.reading().doubts()) {
      html.fact("doubt, whatever the confidence", doubt.toString());
    }
    html.fact("so the field is", Verdict.line(of)).close();
  }

  private static String leastBudget(Explanation of) {
    OptionalDouble least =
        of.judge().calibration().risk().stream()
            .filter(risk -> risk.confidence() <= of.reading().confidence())
            .mapToDouble(DecisionSection::bound)
            .min();
    return least.isPresent() ? Double.toString(rounded(least.getAsDouble())) : "none";
  }

  /** Rounded up: what is named must be enough. */
  private static double rounded(double rate) {
    return Math.min(1, Math.ceil(rate * 100_000) / 100_000);
  }

  private static double bound(Risk risk) {
    return ErrorBound.upper(risk.wrong(), risk.accepted(), AcceptPolicy.CERTAINTY);
  }

  private static String sample(Risk risk) {
    return risk.wrong() + " of " + risk.accepted() + ", at most " + Words.percent(bound(risk));
  }
}
