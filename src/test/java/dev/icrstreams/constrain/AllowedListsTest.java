package dev.icrstreams.constrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.field.ConstraintsText;
import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.RejectedFieldException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllowedListsTest {
  @TempDir Path folder;

  @Test
  void readsANumberALineAndNoComments() throws IOException {
    AllowedList list =
        AllowedList.read(file("\uFEFF# branches\r\n0042\r\n\r\n  7 # the old one\n0042\n42\n"));
    assertEquals(3, list.size());
    for (String number : new String[] {"0042", "7", "42"}) {
      assertTrue(list.contains(number), number);
    }
    for (String number : new String[] {"042", "0", "00420", "8"}) {
      assertFalse(list.contains(number), number);
    }
  }

  @Test
  void namesFileAndLineOfWhatIsNoNumber() throws IOException {
    assertFails("1\n\n12-3\n", ":3: not 1 to 100 decimal digits: 12-3");
    assertFails("1\n" + "9".repeat(101), ":2: not 1 to 100 decimal digits: 9999");
    assertFails("\u0661\n", ":1: not 1 to 100 decimal digits");
    assertFails("# nothing yet\n", " holds no number");
  }

  @Test
  void aListThatCannotBeUsedStopsTheStart() throws IOException {
    Path gone = folder.resolve("gone.txt");
    var missing = assertThrows(ConfigException.class, () -> AllowedLists.load(config(gone)));
    assertEquals(
        "icr.allowed.branches=" + gone + " (from code): there is no such file",
        missing.getMessage());
    Path bad = file("1\nx\n");
    var wrong = assertThrows(ConfigException.class, () -> AllowedLists.load(config(bad)));
    assertTrue(wrong.getMessage().endsWith(bad + ":2: not 1 to 100 decimal digits: x"));
  }

  @Test
  void anUnknownNameIsRefusedWithThoseThatAreKnown() throws IOException {
    AllowedLists lists = AllowedLists.load(config(file("12\n")));
    var constraints = ConstraintsText.parse(Map.of("allowed", "branches"));
    Rules rules = Rules.of(constraints, lists);
    assertEquals("allowed list branches", rules.ruleBrokenBy("13").orElseThrow());
    assertTrue(rules.ruleBrokenBy("12").isEmpty());
    var unknown = ConstraintsText.parse(Map.of("allowed", "branch"));
    var e = assertThrows(RejectedFieldException.class, () -> Rules.of(unknown, lists));
    assertEquals(ErrorCode.INVALID_CONSTRAINT, e.code());
    assertEquals("allowed=branch names no list; there are branches", e.getMessage());
    var none =
        assertThrows(RejectedFieldException.class, () -> Rules.of(unknown, AllowedLists.NONE));
    assertTrue(none.getMessage().endsWith("there is none: see icr.allowed.NAME"));
  }

  private void assertFails(String text, String message) throws IOException {
    Path file = file(text);
    var e = assertThrows(IOException.class, () -> AllowedList.read(file));
    assertTrue(e.getMessage().startsWith(file + message), e.getMessage());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("list.txt"), text);
  }

  private static Config config(Path list) {
    return Config.defaults().with(Map.of("icr.allowed.branches", list.toString()), "code");
  }
}
