package dev.icrstreams.stream.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.Origin;
import dev.icrstreams.field.RejectedFieldException;
import org.junit.jupiter.api.Test;

class PoisonTest {
  private static final Origin RECORD = new Origin("in", 0, 7);
  private static final Origin NEXT = new Origin("in", 0, 8);

  private final Poison poison = new Poison();

  @Test
  void letsARecordTryAgainOnceAndNoMore() {
    poison.check(RECORD);
    poison.killed(RECORD);
    poison.check(RECORD);
    poison.killed(RECORD);
    var e = assertThrows(RejectedFieldException.class, () -> poison.check(RECORD));
    assertEquals(ErrorCode.POISON, e.code());
    poison.check(NEXT);
  }

  @Test
  void remembersOnlyTheLatest() {
    poison.killed(RECORD);
    poison.killed(RECORD);
    for (int offset = 10; offset < 10_010; offset++) {
      poison.killed(new Origin("in", 0, offset));
    }
    poison.check(RECORD);
  }
}
