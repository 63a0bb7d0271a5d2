package dev.icrstreams.read.fuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.constrain.NumberAutomaton;
import java.util.List;
import org.junit.jupiter.api.Test;

class PosteriorTest {
  private static final Fusion FUSION =
      new Fusion(List.of(number("47", -1), number("41", -3), number("471", -6)), -8, "47");

  @Test
  void leadsBeforeTheNextAndBeforeTheNextThatIsLonger() {
    Posterior posterior = Posterior.without(FUSION);
    assertEquals(2, posterior.lead());
    assertEquals(5, posterior.leadOverLonger());
  }

  @Test
  void whoIsAloneLeadsWithoutEnd() {
    Posterior posterior = Posterior.without(new Fusion(List.of(number("47", -1)), -8, "47"));
    assertEquals(Double.POSITIVE_INFINITY, posterior.lead());
    assertEquals(Double.POSITIVE_INFINITY, posterior.leadOverLonger());
  }

  @Test
  void whatIsImpossibleLeadsBeforeNobody() {
    FusedNumber impossible = number("47", Double.NEGATIVE_INFINITY);
    assertEquals(0, Posterior.without(new Fusion(List.of(impossible), -8, "47")).lead());
    assertEquals(
        0, Posterior.without(new Fusion(List.of(impossible, impossible), -8, "47")).lead());
  }

  @Test
  void numbersThatBreakARuleAreFurtherBehind() {
    Posterior posterior = Posterior.of(FUSION, NumberAutomaton.exactly("41"));
    double discount = Math.log(Posterior.BROKEN) - Math.log1p(-Posterior.BROKEN);
    assertEquals(-3 - (-1 + discount), posterior.lead(), 1e-12);
    assertEquals(-3 - (-6 + discount), posterior.leadOverLonger(), 1e-12);
  }

  @Test
  void rulesChangeWhatIsReadAlsoIfTheyFindABetterNumberThanTheSearchWithout() {
    NumberAutomaton rule = NumberAutomaton.exactly("41");
    List<FusedNumber> found = List.of(number("41", -1), number("47", -3));
    assertTrue(Posterior.of(FUSION, rule).isChanged());
    assertTrue(Posterior.of(new Fusion(found, -8, "47"), rule).isChanged());
    assertFalse(Posterior.of(new Fusion(found, -8, "41"), rule).isChanged());
    assertFalse(Posterior.of(new Fusion(found, -8, ""), rule).isChanged());
  }

  private static FusedNumber number(String number, double score) {
    return new FusedNumber(number, score, score, score, 1, 0, true, score, null);
  }
}
