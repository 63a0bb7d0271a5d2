package dev.icrstreams.train.tune;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a parameter may be. If both ends are whole numbers, so is every value.
 *
 * @param parameter where it is in the declaration
 * @param from the lowest value; unused by a choice
 * @param to the highest value; unused by a choice
 * @param whole whether only whole numbers are meant
 * @param choices all values of a choice; empty otherwise
 */
record Range(
    String parameter, Kind kind, double from, double to, boolean whole, List<JsonNode> choices) {
  /** More digits than these are noise, and nobody wants to read them. */
  private static final MathContext DIGITS = new MathContext(3);

  /** How values are drawn. */
  enum Kind {
    /** Every factor alike: for rates and sizes. */
    LOG,
    /** Every difference alike. */
    LINEAR,
    /** Every value alike. */
    CHOICE
  }

  JsonNode sample(SplittableRandom random) {
    if (kind == Kind.CHOICE) {
      return choices.get(random.nextInt(choices.size()));
    }
    double share = random.nextDouble();
    // half a step beyond either end, so that the ends are as likely as what lies between
    double low = whole ? from - 0.499 : from;
    double high = whole ? to + 0.499 : to;
    double value =
        kind == Kind.LINEAR ? low + share * (high - low) : low * Math.pow(high / low, share);
    if (whole) {
      return IntNode.valueOf((int) Math.rint(value));
    }
    double rounded = new BigDecimal(value).round(DIGITS).doubleValue();
    return DoubleNode.valueOf(Math.max(from, Math.min(to, rounded)));
  }
}
