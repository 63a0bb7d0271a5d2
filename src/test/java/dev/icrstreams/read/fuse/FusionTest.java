package dev.icrstreams.read.fuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.constrain.NumberAutomaton;
import dev.icrstreams.read.Spelled;
import dev.icrstreams.read.columns.Columns;
import dev.icrstreams.read.lattice.Hypothesis;
import java.util.List;
import org.junit.jupiter.api.Test;

class FusionTest {
  private static final Columns SEES_47 = Spelled.columns("47", 0.8);

  @Test
  void agreementRaisesTheOdds() {
    Fusion both = fuse(List.of(SEES_47), numbers("47", "41"));
    Fusion alone = fuse(List.of(SEES_47), List.of());
    Fusion against = fuse(List.of(SEES_47), numbers("41", "47"));
    for (Fusion fusion : List.of(both, alone, against)) {
      assertEquals("47", fusion.numbers().get(0).number());
    }
    double agreed = Posterior.without(both).logOdds();
    assertTrue(agreed > Posterior.without(alone).logOdds() + 0.3, "" + agreed);
    assertTrue(agreed > Posterior.without(against).logOdds() + 0.3, "" + agreed);
    assertTrue(both.numbers().get(0).lead());
    assertTrue(!against.numbers().get(0).lead());
  }

  @Test
  void numbersThatOnlyOneReaderNamesAreThere() {
    Fusion fusion = fuse(List.of(SEES_47), numbers("8", "11"));
    FusedNumber sequence = named(fusion, "47");
    assertNull(sequence.path());
    assertEquals(Fusion.UNSEEN, sequence.lattice());
    FusedNumber lattice = named(fusion, "8");
    assertNotNull(lattice.path());
    assertTrue(lattice.lead());
    assertEquals(0, lattice.views());
    assertEquals(SEES_47.logProbability("8"), lattice.sequence(), 1e-9);
  }

  @Test
  void viewsCountAlike() {
    Columns other = Spelled.columns("41", 0.9);
    FusedNumber number = named(fuse(List.of(SEES_47, SEES_47, other), List.of()), "47");
    assertEquals(2 / 3.0, number.views(), 1e-9);
    double mean = (2 * 0.64 + Math.exp(other.logProbability("47"))) / 3;
    assertEquals(Math.log(mean), number.sequence(), 1e-4);
    assertEquals(other.logProbability("47"), number.worstView(), 1e-9);
    assertEquals(Math.log(0.64), number.middleView(), 1e-4);
  }

  @Test
  void noDigitsAreNoNumber() {
    Columns nothing = new Columns(new float[][] {Spelled.column(10, 0.9)});
    Fusion fusion = fuse(List.of(nothing, nothing), List.of());
    assertTrue(fusion.numbers().stream().noneMatch(each -> each.number().isEmpty()));
    assertTrue(fusion.unnamed() > fusion.numbers().get(0).score(), "emptiness is not forgotten");
  }

  @Test
  void oneReaderAloneDecidesWithoutTheOther() {
    List<Hypothesis> lattice = numbers("41", "47");
    Fusion lone =
        Fusion.of(
            List.of(SEES_47), lattice, List.of(), NumberAutomaton.ANY, new Fusion.Weights(0, 1));
    assertEquals("41", lone.numbers().get(0).number());
    Fusion sequence =
        Fusion.of(
            List.of(SEES_47), lattice, List.of(), NumberAutomaton.ANY, new Fusion.Weights(1, 0));
    FusedNumber best = sequence.numbers().get(0);
    assertEquals("47", best.number());
    assertEquals(best.sequence(), best.score());
  }

  @Test
  void rulesBringInWhatTheyAllow() {
    NumberAutomaton exactly = NumberAutomaton.exactly("57");
    Fusion fusion =
        Fusion.of(List.of(SEES_47), numbers("47"), numbers("57"), exactly, Fusion.Weights.BOTH);
    assertNotNull(named(fusion, "57").path());
    Fusion sequence =
        Fusion.of(List.of(SEES_47), List.of(), List.of(), exactly, Fusion.Weights.BOTH);
    assertEquals(SEES_47.logProbability("57"), named(sequence, "57").sequence(), 1e-9);
    // and the likeliest of all stays
    assertEquals("47", fusion.numbers().get(0).number());
    assertEquals("47", sequence.numbers().get(0).number());
    assertEquals("47", fusion.free());
    assertEquals("47", sequence.free());
  }

  private static Fusion fuse(List<Columns> views, List<Hypothesis> lattice) {
    return Fusion.of(views, lattice, List.of(), NumberAutomaton.ANY, Fusion.Weights.BOTH);
  }

  private static FusedNumber named(Fusion fusion, String number) {
    return fusion.numbers().stream()
        .filter(each -> each.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  /** Numbers of a lattice, each nine times as likely as the next. */
  private static List<Hypothesis> numbers(String... numbers) {
    Hypothesis[] all = new Hypothesis[numbers.length];
    for (int i = 0; i < all.length; i++) {
      Hypothesis number = Hypothesis.start(0);
      for (int k = 0; k < numbers[i].length(); k++) {
        double cost = k == 0 ? Math.log(0.9) - i * Math.log(9) : 0;
        number =
            new Hypothesis(
                numbers[i].substring(0, k + 1),
                0,
                number.logMass() + cost,
                number.logBest() + cost,
                k,
                number);
      }
      all[i] = number;
    }
    return List.of(all);
  }
}
