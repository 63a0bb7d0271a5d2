package dev.icrstreams.guarantee;

import dev.icrstreams.avro.Alternative;
import dev.icrstreams.avro.Digit;
import dev.icrstreams.avro.RecognizedNumber;
import dev.icrstreams.avro.ReviewItem;
import dev.icrstreams.avro.Separator;
import java.util.ArrayList;
import java.util.List;

/**
 * What an answer says, without when and to which record it was said.
 *
 * @param text route, outcome, number, reasons, digits with their boxes, alternatives, separators,
 *     notices: must be the same to the letter
 * @param confidences every confidence in the order of the text
 */
record Content(String text, List<Double> confidences) {
  static final double TOLERANCE = 1e-5;

  static Content of(RecognizedNumber value) {
    return new Builder()
        .add("recognized", value.getOutcome(), value.getNumber(), value.getNotices())
        .add(value.getImageSha256(), value.getModelVersion(), value.getSource())
        .reading(value.getConfidence(), value.getDigits(), value.getAlternatives())
        .separators(value.getSeparators())
        .build();
  }

  static Content of(ReviewItem value) {
    return new Builder()
        .add("review", value.getOutcome(), value.getNumber(), value.getNotices())
        .add(value.getImageSha256(), value.getModelVersion(), value.getReasons())
        .add(value.getImageOmitted(), value.getImage())
        .reading(value.getConfidence(), value.getDigits(), value.getAlternatives())
        .separators(value.getSeparators())
        .build();
  }

  static Content ofDeadLetter(String code, byte[] value) {
    return new Builder()
        .add("rejected", code, value == null ? null : java.util.Arrays.hashCode(value))
        .build();
  }

  /** Where it went: recognized, review or rejected. */
  String route() {
    return text.substring(0, text.indexOf('|'));
  }

  boolean isSameAs(Content other) {
    if (!text.equals(other.text) || confidences.size() != other.confidences.size()) {
      return false;
    }
    for (int i = 0; i < confidences.size(); i++) {
      if (!(Math.abs(confidences.get(i) - other.confidences.get(i)) <= TOLERANCE)) {
        return false;
      }
    }
    return true;
  }

  private static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private final List<Double> confidences = new ArrayList<>();

    Builder add(Object... values) {
      for (Object value : values) {
        text.append(value).append('|');
      }
      return this;
    }

    Builder reading(double confidence, List<Digit> digits, List<Alternative> alternatives) {
      confidences.add(confidence);
      for (Digit digit : digits) {
        add(digit.getValue(), digit.getBox());
        confidences.add(digit.getConfidence());
        alternatives(digit.getAlternatives());
      }
      return alternatives(alternatives);
    }

    Builder alternatives(List<Alternative> alternatives) {
      for (Alternative alternative : alternatives) {
        add(alternative.getValue());
        confidences.add(alternative.getConfidence());
      }
      return this;
    }

    Builder separators(List<Separator> separators) {
      for (Separator separator : separators) {
        add(separator.getAfterDigit(), separator.getKind());
        confidences.add(separator.getConfidence());
      }
      return this;
    }

    Content build() {
      return new Content(text.toString(), List.copyOf(confidences));
    }
  }
}
