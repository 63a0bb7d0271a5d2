package dev.icrstreams.train.report;

import dev.icrstreams.evaluate.html.Html;
import dev.icrstreams.train.run.Test;
import dev.icrstreams.train.run.TrainingRun;
import java.util.Locale;

/** Digits as pictures: what was learned from, and what went wrong. */
final class Pictures {
  private Pictures() {}

  /** Training images above, what augmentation made of them below. */
  static String samples(TrainingRun run) {
    StringBuilder html = new StringBuilder("<div class=\"samples\">\n");
    for (TrainingRun.Augmented sample : run.samples()) {
      html.append("<figure>")
          .append(image(sample.before(), sample.label() + " before augmentation"))
          .append(image(sample.after(), sample.label() + " after augmentation"))
          .append("<figcaption>")
          .append(Scores.name(sample.label()))
          .append("</figcaption></figure>\n");
    }
    return html.append("</div>\n").toString();
  }

  /** Images that were taken wrong. */
  static String worst(Test test) {
    StringBuilder html = new StringBuilder("<div class=\"cards digits\">\n");
    for (Test.Miss miss : test.worst()) {
      String label = Scores.name(miss.label());
      String predicted = Scores.name(miss.predicted());
      html.append("<figure class=\"card\">")
          .append(image(miss.image(), "a " + label + " taken for " + predicted))
          .append("<figcaption>is <b>")
          .append(label)
          .append("</b>, taken for <b>")
          .append(predicted)
          .append("</b><br>")
          .append(
              String.format(
                  Locale.ROOT, "%.4f <small>no. %d</small>", miss.confidence(), miss.index()))
          .append("</figcaption></figure>\n");
    }
    return html.append("</div>\n").toString();
  }

  private static String image(byte[] png, String alternative) {
    return "<img alt=\"" + Html.escaped(alternative) + "\" src=\"" + Html.dataUri(png) + "\">";
  }
}
