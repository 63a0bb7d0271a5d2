package dev.icrstreams.form;

import dev.icrstreams.form.geometry.Match;
import dev.icrstreams.form.geometry.PageTransform;
import dev.icrstreams.form.geometry.Reduced;
import dev.icrstreams.form.geometry.Registration;
import dev.icrstreams.form.geometry.Registration.Transform;
import dev.icrstreams.form.template.FormField;
import dev.icrstreams.form.template.FormTemplate;
import dev.icrstreams.image.GreyImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the fields of a template out of scanned pages: finds the page by its marks or edges, refuses
 * it where it is not as the template says, and samples each box from the scan at the scan's own
 * resolution. Threads may share it.
 */
public final class FormCutter {
  private static final double QUARTER = 90;

  /** How far the page's sides may be from a right angle, in degrees, where it is seen straight. */
  private static final double MOST_SHEAR = 2;

  private final FormTemplate template;

  /** A cutter of one kind of form. */
  public FormCutter(FormTemplate template) {
    this.template = template;
  }

  /**
   * The fields of a page, in the template's order.
   *
   * @throws PageRefusedException if the page does not fit; the message says why
   */
  public List<CutField> cut(GreyImage page) {
    PageTransform where = locate(page);
    List<CutField> fields = new ArrayList<>();
    for (FormField field : template.fields()) {
      fields.add(
          new CutField(
              field, BoxSampler.cut(page, where, field, template.height() / template.width())));
    }
    return fields;
  }

  /** Where the page's points are in the scan; both coordinates in the page's width. */
  PageTransform locate(GreyImage page) {
    Registration registration = template.registration();
    Reduced scan = Reduced.of(page);
    List<Match> matches =
        registration.byMarks()
            ? new MarkFinder(template, scan).find()
            : new EdgeFinder(template, scan).find();
    check(registration, matches);
    return fit(registration.transform(), matches).enlarged(scan.factor());
  }

  private void check(Registration registration, List<Match> matches) {
    PageTransform affine = fit(Transform.AFFINE, matches);
    if (affine.isMirrored()) {
      throw new PageRefusedException("the page is seen as in a mirror");
    }
    double stretch = affine.scaleY() / affine.scaleX();
    if (Math.abs(stretch - 1) > registration.maxStretch()) {
      throw new PageRefusedException(stretched(stretch, registration.maxStretch()));
    }
    double skew = Math.IEEEremainder(affine.turn(), QUARTER);
    if (Math.abs(skew) > registration.maxSkew()) {
      throw new PageRefusedException(
          "the page is skewed by %.1f degrees; the template allows %.1f"
              .formatted(skew, registration.maxSkew()));
    }
    boolean straight = registration.transform() != Transform.PROJECTIVE;
    double shear = Math.IEEEremainder(affine.turn() - affine.turnOfSide(), 360);
    if (straight && Math.abs(shear) > MOST_SHEAR) {
      throw new PageRefusedException(
          "the page's sides are %.1f degrees off a right angle".formatted(shear));
    }
    // four points fit every projective map: how far they are from an affine one is what can be told
    Transform judged = straight ? registration.transform() : Transform.AFFINE;
    double residual = fit(judged, matches).residual(matches);
    if (residual > registration.maxResidual()) {
      throw new PageRefusedException(
          "the %s do not fit together: off by %.2f %% of the page's width; the template allows"
                  .formatted(registration.byMarks() ? "marks" : "edges", 100 * residual)
              + " %.2f %%".formatted(100 * registration.maxResidual()));
    }
  }

  private String stretched(double stretch, double allowed) {
    double proportion = template.width() / template.height();
    double seen = proportion / stretch;
    String words =
        "the page is %.3f times as wide as high, the template's %.3f".formatted(seen, proportion);
    return Math.abs(seen * proportion - 1) <= allowed
        ? words + ": it lies on its side, and edges do not tell on which"
        : words;
  }

  private static PageTransform fit(Transform kind, List<Match> matches) {
    return PageTransform.fit(kind, matches)
        .orElseThrow(() -> new PageRefusedException("the marks lie on a line"));
  }
}
