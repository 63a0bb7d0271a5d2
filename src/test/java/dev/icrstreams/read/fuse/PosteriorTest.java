package dev.icrstreams.read.fuse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.icrstreams.constrain.NumberAutomaton;
import java.util.List;
import org.junit.jupiter.api.Test;

class PosteriorTest {
  private static final Fusion FUSION =
      new Fusion(List.of(number("47", -1), number("41", -3), number("471", -6)), -8);

  @Test
  void leadsBeforeTheNextAndBeforeTheNextThatIsLonger() {
    Posterior posterior = Posterior.without(FUSION);
    assertEquals(2, posterior.lead());
    assertEquals(5, posterior.leadOverLonger());
  }

  @Test
  void whoIsAloneLeadsWithoutEnd() {
    Posterior posterior = Posterior.without(new Fusion(List.of(number("47", -1)), -8));
    assertEquals(Double.POSITIVE_INFINITY, posterior.lead());
    assertEquals(Double.POSITIVE_INFINITY, posterior.leadOverLonger());
  }

  @Test
  void whatIsImpossibleLeadsBeforeNobody() {
    FusedNumber impossible = number("47", Double.NEGATIVE_INFINITY);
    assertEquals(0, Posterior.without(new Fusion(List.of(impossible), -8)).lead());
    assertEquals(0, Posterior.without(new Fusion(List.of(impossible, impossible), -8)).lead());
  }

  @Test
  void numbersThatBreakARuleAreFurtherBehind() {
    Posterior posterior = Posterior.of(FUSION, NumberAutomaton.exactly("41"));
    double discount = Math.log(Posterior.BROKEN) - Math.log1p(-Posterior.BROKEN);
    assertEquals(-3 - (-1 + discount), posterior.lead(), 1e-12);
    assertEquals(-3 - (-6 + discount), posterior.leadOverLonger(), 1e-12);
  }

  private static FusedNumber number(String number, double score) {
    return new FusedNumber(number, score, score, score, 1, 0, true, score, null);
  }
}
