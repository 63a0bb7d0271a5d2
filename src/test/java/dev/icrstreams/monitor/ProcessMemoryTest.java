package dev.icrstreams.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.support.ChildJvm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcessMemoryTest {
  /** What a JVM alone holds beside its heap and metadata: its own code and its threads' stacks. */
  private static final double LEAST = 8e6;

  /** The main class of a JVM that says how much memory it does not manage. */
  static final class Teller {
    public static void main(String[] args) {
      System.out.print(ProcessMemory.unmanaged());
    }
  }

  @Test
  void aHeapThatWasNeverWrittenToHidesNothing() throws Exception {
    Process process =
        ChildJvm.start(
            ChildJvm.of(List.of("-Xms1g", "-Xmx1g"), Teller.class.getName(), List.of())
                .redirectError(ProcessBuilder.Redirect.INHERIT));
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertEquals(0, process.waitFor());
    double unmanaged = Double.parseDouble(said);
    assertTrue(unmanaged > LEAST && unmanaged < 1e9, said);
  }
}
