package dev.icrstreams.form;

import dev.icrstreams.form.geometry.Blob;
import dev.icrstreams.form.geometry.Blobs;
import dev.icrstreams.form.geometry.Blobs.Seen;
import dev.icrstreams.form.geometry.Mark;
import dev.icrstreams.form.geometry.Match;
import dev.icrstreams.form.geometry.PageTransform;
import dev.icrstreams.form.geometry.Reduced;
import dev.icrstreams.form.geometry.Registration.Transform;
import dev.icrstreams.form.template.FormTemplate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds a template's four marks in a scan: for each quarter turn that the page may have, pieces of
 * the right shape and size near where each mark should be, and of their combinations the one that
 * keeps best to the page's geometry.
 */
final class MarkFinder {
  /** A page may fill the scan less or more than the template thinks. */
  private static final double SMALLEST_SCALE = 0.6;

  private static final double LARGEST_SCALE = 1.6;

  /** Candidates for a mark that are followed up. */
  private static final int MOST = 6;

  private static final int[] TURNS = {0, 180, 90, 270};

  private final FormTemplate template;
  private final Reduced scan;

  MarkFinder(FormTemplate template, Reduced scan) {
    this.template = template;
    this.scan = scan;
  }

  /**
   * The marks as found.
   *
   * @throws PageRefusedException if not all are there, in no turn of the page
   */
  List<Match> find() {
    List<Mark> marks = template.registration().marks();
    double least = marks.stream().mapToDouble(Mark::size).min().orElseThrow();
    double most = marks.stream().mapToDouble(Mark::size).max().orElseThrow();
    double narrow = SMALLEST_SCALE * Math.min(scan.width(), scan.height());
    double wide = LARGEST_SCALE * Math.max(scan.width(), scan.height());
    Blobs blobs =
        new Blobs(
            scan.dark(most * Math.max(scan.width(), scan.height())),
            Math.max(4, 0.7 * least * narrow),
            1.5 * most * wide);
    List<List<Match>> found = new ArrayList<>();
    List<String> missing = marks.stream().map(Mark::words).toList();
    for (int turn : TURNS) {
      List<List<Seen>> candidates = marks.stream().map(mark -> near(blobs, mark, turn)).toList();
      List<String> absent = absent(candidates);
      if (absent.isEmpty()) {
        best(candidates).ifPresent(found::add);
      }
      missing = absent.size() < missing.size() ? absent : missing;
    }
    if (found.isEmpty()) {
      throw new PageRefusedException(
          missing.isEmpty()
              ? "the marks that were found are not of one size"
              : "marks not found: " + String.join("; ", missing));
    }
    List<Match> best = Collections.min(found, Comparator.comparingDouble(this::cost));
    return firstAsGood(found, best);
  }

  private List<String> absent(List<List<Seen>> candidates) {
    List<String> absent = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.get(i).isEmpty()) {
        absent.add(template.registration().marks().get(i).words());
      }
    }
    return absent;
  }

  /** Of turns that fit alike, upright comes first. */
  private List<Match> firstAsGood(List<List<Match>> found, List<Match> best) {
    double limit = cost(best) + template.registration().maxResidual();
    return found.stream().filter(matches -> cost(matches) <= limit).findFirst().orElse(best);
  }

  private List<Seen> near(Blobs blobs, Mark mark, int turn) {
    double[] place = placed(mark.x(), mark.y(), turn);
    double reach = template.registration().search();
    double size = mark.size() * (turn % 180 == 0 ? scan.width() : scan.height());
    return blobs.like(mark.shape(), place[0] < 0.5 ? -1 : 1, place[1] < 0.5 ? -1 : 1).stream()
        .filter(seen -> seen.size() > SMALLEST_SCALE * size && seen.size() < LARGEST_SCALE * size)
        .filter(
            seen ->
                Math.abs(seen.x() / scan.width() - place[0]) <= reach
                    && Math.abs(seen.y() / scan.height() - place[1]) <= reach)
        .sorted(
            Comparator.comparingDouble(
                seen ->
                    Math.hypot(
                        seen.x() / scan.width() - place[0], seen.y() / scan.height() - place[1])))
        .limit(MOST)
        .toList();
  }

  /** A point of the page in fractions of a scan in which it was turned clockwise. */
  private static double[] placed(double x, double y, int turn) {
    return switch (turn) {
      case 90 -> new double[] {1 - y, x};
      case 180 -> new double[] {1 - x, 1 - y};
      case 270 -> new double[] {y, 1 - x};
      default -> new double[] {x, y};
    };
  }

  private Optional<List<Match>> best(List<List<Seen>> candidates) {
    List<Match> best = null;
    for (Seen a : candidates.get(0)) {
      for (Seen b : candidates.get(1)) {
        for (Seen c : candidates.get(2)) {
          for (Seen d : candidates.get(3)) {
            List<Match> matches = matches(List.of(a, b, c, d));
            if (isOfOneScale(List.of(a, b, c, d), matches)
                && (best == null || cost(matches) < cost(best))) {
              best = matches;
            }
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private List<Match> matches(List<Seen> seen) {
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      Mark mark = template.registration().marks().get(i);
      matches.add(
          new Match(
              mark.x(),
              mark.y() * template.height() / template.width(),
              seen.get(i).x(),
              seen.get(i).y()));
    }
    return matches;
  }

  /** Each mark is as large as the distances between them say. */
  private boolean isOfOneScale(List<Seen> seen, List<Match> matches) {
    Optional<PageTransform> fit = PageTransform.fit(Transform.SIMILARITY, matches);
    if (fit.isEmpty()) {
      return false;
    }
    for (int i = 0; i < seen.size(); i++) {
      double expected = template.registration().marks().get(i).size() * fit.get().scaleX();
      if (Math.abs(Math.log(seen.get(i).size() / expected)) > Math.log(Blob.LARGEST)) {
        return false;
      }
    }
    return true;
  }

  private double cost(List<Match> matches) {
    return PageTransform.fit(Transform.SIMILARITY, matches)
        .map(fit -> fit.residual(matches))
        .orElse(Double.POSITIVE_INFINITY);
  }
}
