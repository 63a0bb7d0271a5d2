package dev.icrstreams.synth.hand;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.synth.raster.SeededRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandTest {
  private static final long SEED = 20_261;
  private static final Proportions UPRIGHT = new Proportions(50, 1, 0, 5);

  @Test
  void knowsSeveralShapesOfEveryDigit() {
    for (char digit = '0'; digit <= '9'; digit++) {
      assertTrue(Hand.shapesOf(digit) >= 4, digit + ": " + Hand.shapesOf(digit));
    }
  }

  @Test
  void writesTheSameForTheSameSeed() {
    Hand hand = Hand.draw(new SeededRandom(SEED, 0));
    Hand again = Hand.draw(new SeededRandom(SEED, 0));
    for (char digit = '0'; digit <= '9'; digit++) {
      List<Trace> one = hand.traces(digit, UPRIGHT, new SeededRandom(SEED, 1));
      List<Trace> other = again.traces(digit, UPRIGHT, new SeededRandom(SEED, 1));
      assertEquals(one.size(), other.size());
      for (int i = 0; i < one.size(); i++) {
        assertArrayEquals(one.get(i).x(), other.get(i).x(), "digit " + digit);
        assertArrayEquals(one.get(i).y(), other.get(i).y(), "digit " + digit);
      }
    }
  }

  @Test
  void keepsToItsShapesButNeverRepeatsThemExactly() {
    for (int i = 0; i < 40; i++) {
      Hand hand = Hand.draw(new SeededRandom(SEED, i));
      String name = "hand " + i + " of seed " + SEED;
      for (char digit = '0'; digit <= '9'; digit++) {
        List<Trace> one = hand.traces(digit, UPRIGHT, new SeededRandom(SEED, 1));
        List<Trace> other = hand.traces(digit, UPRIGHT, new SeededRandom(SEED, 2));
        assertEquals(one.size(), other.size(), name);
        assertNotEquals(one.get(0).x()[0], other.get(0).x()[0], name);
        double apart =
            Math.hypot(middle(one)[0] - middle(other)[0], middle(one)[1] - middle(other)[1]);
        assertTrue(apart < 6, name + ": two " + digit + "s lie " + apart + " pixels apart");
      }
    }
  }

  @Test
  void differsFromOtherHands() {
    long shapes =
        java.util.stream.IntStream.range(0, 60)
            .mapToObj(i -> Hand.draw(new SeededRandom(SEED, i)))
            .map(hand -> hand.traces('7', UPRIGHT, new SeededRandom(SEED, 1)).size())
            .distinct()
            .count();
    assertTrue(shapes >= 2, "no 7 with a bar, or none without, for seed " + SEED);
  }

  @Test
  void barsTheSevenWhereTheOneHasAnUpstroke() {
    int continental = 0;
    int mixed = 0;
    for (int i = 0; i < 400; i++) {
      Hand hand = Hand.draw(new SeededRandom(SEED, i));
      boolean one = hand.shape('1', hand.habits('1')).continental();
      boolean seven = hand.shape('7', hand.habits('7')).continental();
      continental += one ? 1 : 0;
      mixed += one == seven ? 0 : 1;
    }
    String found = continental + " of 400 continental, " + mixed + " mixed, seed " + SEED;
    assertTrue(continental > 200 && continental < 390, found);
    assertTrue(mixed > 0 && mixed < 60, found);
  }

  @Test
  void leavesTheCopybookFurtherWhenFreer() {
    double usual = 0;
    double freer = 0;
    for (int i = 0; i < 60; i++) {
      Hand hand = Hand.draw(new SeededRandom(SEED, i));
      usual += strayed(hand);
      freer += strayed(hand.freer(1.6));
    }
    assertTrue(freer > 1.2 * usual, freer + " against " + usual + " pixels, seed " + SEED);
  }

  /** How far an 8 begins from where it does in the copybook, in pixels. */
  private static double strayed(Hand hand) {
    List<Trace> printed = hand.freer(0).traces('8', UPRIGHT, new SeededRandom(SEED, 1));
    List<Trace> written = hand.traces('8', UPRIGHT, new SeededRandom(SEED, 1));
    return Math.hypot(
        printed.get(0).x()[0] - written.get(0).x()[0],
        printed.get(0).y()[0] - written.get(0).y()[0]);
  }

  @Test
  void namesWhatItCannotRead() {
    String text = "1,2 3;4";
    Exception e = assertThrows(IllegalArgumentException.class, () -> Allograph.parse("1", text));
    assertTrue(e.getMessage().contains("3;4"), e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Allograph.parse("1", "1,2"));
    Exception none = assertThrows(IllegalArgumentException.class, () -> Hand.shapesOf('§'));
    assertTrue(none.getMessage().contains("§"), none.getMessage());
  }

  @Test
  void optionalStrokesHaveTheirShare() {
    Allograph seven = Allograph.parse("1", "0,4! 52,2! 18,100 / ?40 14,52 52,50");
    assertEquals(1, seven.weight());
    assertFalse(seven.continental());
    assertTrue(Allograph.parse("0.8*", "0,4! 52,2! 18,100 / 14,52 52,50").continental());
    assertEquals(0.4, seven.strokes().get(1).share());
    assertEquals(1, seven.strokes().get(0).share());
    assertTrue(seven.strokes().get(0).points().get(1).corner());
  }

  private static double[] middle(List<Trace> traces) {
    return new double[] {
      (Trace.left(traces) + Trace.right(traces)) / 2, (Trace.top(traces) + Trace.bottom(traces)) / 2
    };
  }
}
