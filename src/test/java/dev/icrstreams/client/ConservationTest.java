package dev.icrstreams.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.Origin;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ConservationTest {
  private final Conservation conservation = new Conservation();

  @Test
  void balancesWhenEveryInputHasOneAnswer() {
    produce(4);
    arrive(0, Route.ACCEPTED);
    arrive(1, Route.BLANK);
    arrive(2, Route.REVIEW);
    assertFalse(conservation.balances());
    arrive(3, Route.REJECTED);
    assertTrue(conservation.balances());
    assertEquals(
        "4 in = 2 recognized + 1 review + 1 rejected; lost 0, duplicated 0",
        conservation.toString());
  }

  @Test
  void seesWhatIsLostAndWhatComesTwice() {
    produce(3);
    arrive(0, Route.ACCEPTED);
    arrive(0, Route.REVIEW);
    assertFalse(conservation.balances());
    assertEquals(
        "3 in = 1 recognized + 1 review + 0 rejected; lost 2, duplicated 1",
        conservation.toString());
  }

  @Test
  void anAnswerToSomethingElseIsOutOfBalance() {
    produce(1);
    arrive(0, Route.ACCEPTED);
    arrive(7, Route.ACCEPTED);
    assertFalse(conservation.balances());
  }

  @Test
  void peoplesAnswersStandOutside() {
    produce(1);
    arrive(0, Route.REVIEW);
    conservation.arrived(
        new Result("a", "1", OptionalDouble.of(1), Route.ACCEPTED, "", true, origin(0)));
    assertTrue(conservation.balances());
  }

  private void produce(int count) {
    for (int i = 0; i < count; i++) {
      conservation.produced(origin(i));
    }
  }

  private void arrive(int offset, Route route) {
    conservation.arrived(
        new Result("a", "1", OptionalDouble.of(1), route, "", false, origin(offset)));
  }

  private static Origin origin(int offset) {
    return new Origin("in", 0, offset);
  }
}
