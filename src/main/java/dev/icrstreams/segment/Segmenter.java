package dev.icrstreams.segment;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.field.ReviewReason;
import dev.icrstreams.field.Separator;
import dev.icrstreams.image.CleanField;
import dev.icrstreams.image.ink.Components;
import dev.icrstreams.segment.cut.Cuts;
import dev.icrstreams.segment.cut.Cutter;
import dev.icrstreams.segment.piece.Border;
import dev.icrstreams.segment.piece.Labels;
import dev.icrstreams.segment.piece.Part;
import dev.icrstreams.segment.piece.Parts;
import dev.icrstreams.segment.piece.Separators;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Clean ink to a lattice of digit candidates. Threads may share it. */
public final class Segmenter {
  private static final double SMALLEST_DIGIT = 0.15;

  /** Pieces that one digit may have been cut into. */
  private static final int LONGEST_RUN = 4;

  /** Several pieces that are together wider than this for their height are no one digit. */
  private static final double WIDEST_RUN = 1.3;

  private final int maxComponents;
  private final int maxCandidates;
  private final Cuts cuts;

  /** A segmenter with the configured limits. */
  public Segmenter(Config config, Cuts cuts) {
    this(config.get(Keys.LIMIT_COMPONENTS), config.get(Keys.LIMIT_CANDIDATES), cuts);
  }

  Segmenter(int maxComponents, int maxCandidates, Cuts cuts) {
    this.maxComponents = maxComponents;
    this.maxCandidates = maxCandidates;
    this.cuts = cuts;
  }

  /** The candidates of a field; over the limits there are none, and the doubt TOO_COMPLEX. */
  public Lattice segment(CleanField field) {
    return segment(field, SegmentListener.NONE);
  }

  /** The same, for somebody who wants to see how the ink is cut. */
  public Lattice segment(CleanField field, SegmentListener listener) {
    Ink ink = field.ink();
    Components components = field.components();
    if (components.count() > maxComponents) {
      return tooComplex(components.count() + " components");
    }
    Labels labels = new Labels(ink, components);
    List<Part> parts = new ArrayList<>(labels.components());
    parts.removeIf(part -> isDust(part, ink));
    if (parts.isEmpty()) {
      return field.isDoubtful()
          ? Lattice.without(ReviewReason.of(field.doubts().get(0)))
          : Lattice.blank();
    }
    Parts joiner = new Parts(labels, parts, field.strokeWidth());
    List<Part> digits = joiner.digits(parts);
    if (digits.isEmpty()) {
      return Lattice.without(ReviewReason.of(ReviewReason.Code.NOT_A_NUMBER));
    }
    digits.sort(Comparator.comparingDouble(Part::middle));
    Map<Part, Separator.Kind> marks = marks(labels, digits, field.strokeWidth());
    boolean crossesBorder = Border.isCrossed(field, labels, digits);
    List<Part> atSides = Border.atSides(field, labels, joiner.reference());
    Line line = new Line(ink, parts, joiner.reference());
    Cutter cutter = new Cutter(labels, field.strokeWidth(), cuts);
    List<Candidate> candidates = new ArrayList<>();
    List<Double> middles = new ArrayList<>();
    int node = 0;
    for (Part digit : digits) {
      List<Part> pieces = cutter.pieces(digit);
      pieces.forEach(piece -> middles.add(piece.middle()));
      for (int from = 0; from < pieces.size(); from++) {
        Part run = pieces.get(from);
        for (int to = from + 1; to <= Math.min(pieces.size(), from + LONGEST_RUN); to++) {
          if (to == from + 1 || run.box().width() <= WIDEST_RUN * run.box().height()) {
            Ink own = labels.crop(run);
            Candidate candidate =
                new Candidate(
                    node + from,
                    node + to,
                    field.toScan(run.box()),
                    own,
                    line.around(run.box(), own));
            candidates.add(candidate);
            listener.candidate(candidate, run.box());
          }
          if (candidates.size() > maxCandidates) {
            return tooComplex("over " + maxCandidates + " candidates");
          }
          run = to < pieces.size() ? run.with(pieces.get(to)) : run;
        }
      }
      node += pieces.size();
    }
    List<ReviewReason> doubts = new ArrayList<>();
    if (candidates.stream().anyMatch(candidate -> Scribble.isOne(candidate.ink(), ink.height()))) {
      doubts.add(ReviewReason.of(ReviewReason.Code.NOT_A_NUMBER));
    }
    field.doubts().forEach(code -> doubts.add(ReviewReason.of(code)));
    double leftOut = 1 - inkOf(digits) / inkOf(labels.components());
    return new Lattice(
        node + 1,
        candidates,
        doubts,
        leftOut,
        placed(marks, middles, field),
        crossesBorder,
        atSides.stream().map(part -> field.toScan(part.box())).toList());
  }

  /** The separators, each at the node between the pieces to its left and those to its right. */
  private static List<Mark> placed(
      Map<Part, Separator.Kind> marks, List<Double> middles, CleanField field) {
    return marks.entrySet().stream()
        .sorted(Comparator.comparingDouble(mark -> mark.getKey().middle()))
        .map(
            mark -> {
              Part part = mark.getKey();
              long node = middles.stream().filter(middle -> middle < part.middle()).count();
              double confidence = Separators.confidence(mark.getValue());
              return new Mark((int) node, mark.getValue(), field.toScan(part.box()), confidence);
            })
        .toList();
  }

  private static Map<Part, Separator.Kind> marks(
      Labels labels, List<Part> digits, double strokeWidth) {
    Separators separators = new Separators(labels, digits, strokeWidth);
    Set<Integer> used =
        digits.stream().flatMap(part -> part.labels().stream()).collect(Collectors.toSet());
    Map<Part, Separator.Kind> marks = new LinkedHashMap<>();
    for (Part part : labels.components()) {
      if (!used.contains(part.labels().get(0))) {
        separators.kind(part).ifPresent(kind -> marks.put(part, kind));
      }
    }
    return marks;
  }

  private static double inkOf(List<Part> parts) {
    return parts.stream().mapToInt(Part::area).sum();
  }

  private static boolean isDust(Part part, Ink ink) {
    Box box = part.box();
    return Math.max(box.width(), box.height()) < SMALLEST_DIGIT * ink.height();
  }

  private static Lattice tooComplex(String what) {
    return Lattice.without(new ReviewReason(ReviewReason.Code.TOO_COMPLEX, what));
  }
}
