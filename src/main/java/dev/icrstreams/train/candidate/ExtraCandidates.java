package dev.icrstreams.train.candidate;

import dev.icrstreams.classify.DigitNormaliser;
import dev.icrstreams.field.Box;
import dev.icrstreams.segment.Candidate;
import dev.icrstreams.train.extra.DigitAligner;
import dev.icrstreams.train.extra.ExtraField;
import dev.icrstreams.train.extra.Lesson;
import dev.icrstreams.train.extra.UnusableFieldException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the digit network learns from a labelled field: its candidates, judged by the boxes of its
 * digits as those of synthetic fields are. Where the labels do not tell the boxes, they are those
 * of the lattice's way through the number. Stateless.
 */
final class ExtraCandidates implements Lesson<List<Sample>> {
  private final DigitNormaliser normaliser = new DigitNormaliser();

  @Override
  public List<Sample> of(ExtraField field) throws UnusableFieldException {
    List<Candidate> candidates = field.segmentation().lattice().candidates();
    if (candidates.isEmpty()) {
      throw new UnusableFieldException("no ink was found to cut into digits");
    }
    boolean aligned = field.boxes().isEmpty() && !field.number().isEmpty();
    List<Integer> path = aligned ? DigitAligner.align(field) : List.of();
    List<Box> boxes =
        aligned ? path.stream().map(candidates::get).map(Candidate::box).toList() : field.boxes();
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate each = candidates.get(i);
      int place = path.indexOf(i);
      int label =
          place >= 0
              ? field.number().charAt(place) - '0'
              : CandidateMiner.label(each.box(), boxes, field.number());
      if (label != CandidateMiner.UNCLEAR) {
        samples.add(Sample.of(each.ink(), each.view(), label, normaliser));
      }
    }
    if (samples.isEmpty()) {
      throw new UnusableFieldException("none of its candidates is clearly a digit or clearly none");
    }
    return samples;
  }
}
