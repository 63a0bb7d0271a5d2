package dev.icrstreams.explain;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.explain.evidence.Explanation;
import dev.icrstreams.explain.evidence.Observations;
import dev.icrstreams.explain.verdict.Verdict;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Decision;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.image.CleanField;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.read.FieldReader;
import dev.icrstreams.read.Segmentation;

/** Reads a field and tells how, as a page of HTML. For one thread, as its reader is. */
public final class Explainer {
  /** How every page begins. */
  public static final String BEGINNING = Page.BEGINNING;

  private final FieldReader reader;
  private final double budget;

  /**
   * What came of a field.
   *
   * @param html one page that needs nothing else
   * @param result the number and its decision, or the reason of the rejection, in a line
   * @param rejected whether the field could not be read at all
   */
  public record Explained(String html, String result, boolean rejected) {}

  /** Explains what this reader, which stays the caller's, does under this configuration. */
  public Explainer(FieldReader reader, Config config) {
    this.reader = reader;
    this.budget = config.get(Keys.MAX_ERROR_RATE);
  }

  /**
   * Reads and explains one field; a rejected one gets a page as well.
   *
   * @param name what the page calls the file; may hold anything
   * @param file the image file's bytes
   */
  public Explained explain(String name, byte[] file, Constraints constraints) {
    GreyImage scan;
    try {
      scan = reader.decode(file);
    } catch (RejectedFieldException e) {
      String reason = e.code() + ": " + e.getMessage();
      return new Explained(Page.rejected(name, file, reason), reason, true);
    }
    Observations seen = new Observations();
    CleanField clean = reader.clean(scan, seen);
    Segmentation segmentation = reader.segment(clean, seen);
    Reading reading =
        reader.search(scan, segmentation, reader.classify(segmentation), constraints, seen);
    Decision decision = reader.decide(reading);
    Explanation explanation =
        new Explanation(
            name,
            file,
            constraints,
            scan,
            clean,
            segmentation.lattice(),
            reading,
            decision,
            seen,
            new Explanation.Judge(
                reader.modelVersion(), reader.calibration(), budget, reader.threshold()));
    return new Explained(Page.of(explanation), Verdict.line(explanation), false);
  }

  /** The page's file name for an image's. */
  public static String pageName(String image) {
    return image + ".html";
  }
}
