package dev.icrstreams.explain;

import dev.icrstreams.explain.evidence.Explanation;
import dev.icrstreams.explain.evidence.Section;
import dev.icrstreams.explain.html.Html;
import dev.icrstreams.explain.html.Style;
import dev.icrstreams.explain.lattice.CandidatesSection;
import dev.icrstreams.explain.lattice.LatticeSection;
import dev.icrstreams.explain.lattice.NumbersSection;
import dev.icrstreams.explain.scan.CleaningSection;
import dev.icrstreams.explain.scan.PrimitivesSection;
import dev.icrstreams.explain.scan.ScanSection;
import dev.icrstreams.explain.verdict.ColumnsSection;
import dev.icrstreams.explain.verdict.ConfidenceSection;
import dev.icrstreams.explain.verdict.DecisionSection;
import dev.icrstreams.explain.verdict.DigitsSection;
import dev.icrstreams.explain.verdict.FusionSection;
import dev.icrstreams.explain.verdict.Verdict;
import dev.icrstreams.field.ImageFormat;
import java.util.List;

/** Puts the sections into one page that needs nothing from elsewhere. */
final class Page {
  /** How every page begins. */
  static final String BEGINNING = "<!DOCTYPE html>\n<!-- icr explain -->\n";

  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

  private static final List<Section> SECTIONS =
      List.of(
          new Verdict(),
          new ScanSection(),
          new CleaningSection(),
          new PrimitivesSection(),
          new LatticeSection(),
          new CandidatesSection(),
          new NumbersSection(),
          new ColumnsSection(),
          new FusionSection(),
          new DigitsSection(),
          new ConfidenceSection(),
          new DecisionSection());

  private Page() {}

  static String of(Explanation explanation) {
    Html html = beginning(explanation.name());
    for (Section section : SECTIONS) {
      html.open("section").element("h2", section.title());
      section.write(html, explanation);
      html.close();
    }
    return html.close().close().close().finished();
  }

  static String rejected(String name, byte[] file, String reason) {
    Html html = beginning(name);
    html.open("section").element("h2", "Result");
    html.open("p").element("strong", "rejected", "class", "badge bad").text(" " + reason).close();
    html.open("table").fact("bytes", Integer.toString(file.length));
    html.fact("format", ImageFormat.detect(file).map(Enum::name).orElse("unknown")).close();
    html.element("p", "The image could not be decoded, so there is nothing to clean, cut or read.");
    return html.close().close().close().close().finished();
  }

  /** The head, and the open body and main part. */
  private static Html beginning(String name) {
    Html html = new Html(BEGINNING).open("html", "lang", "en").open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", name + " – how it was read").style(Style.SHEET).close();
    html.open("body").open("main").open("header");
    html.element("p", "icr explain", "class", "kicker");
    return html.open("h1").element("bdi", name).close().close();
  }
}
