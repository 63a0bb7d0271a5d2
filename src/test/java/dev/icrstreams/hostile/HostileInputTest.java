package dev.icrstreams.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.support.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Every record of the corpus gets its answer, in bounded time and memory, and the next one too. */
class HostileInputTest {
  private static final long HANG_SECONDS = 30;
  private static final long START_SECONDS = 300;
  private static final String END = "\0";

  @Test
  void everyRecordGetsItsCodeOrItsReadingInBoundedTimeAndMemory() throws Exception {
    Process process =
        ChildJvm.start(
            ChildJvm.of(List.of("-Xmx512m"), HostileRun.class.getName(), List.of())
                .redirectError(ProcessBuilder.Redirect.INHERIT));
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(process, lines), "hostile-output");
    reader.setDaemon(true);
    reader.start();
    List<String> report = new ArrayList<>();
    String last = "the start";
    try {
      long patience = START_SECONDS;
      for (String line = next(lines, patience); !END.equals(line); line = next(lines, patience)) {
        assertTrue(line != null, "more than " + patience + " s for: " + last);
        last = line;
        patience = HANG_SECONDS;
        if (!line.startsWith("> ")) {
          report.add(line);
        }
      }
      assertTrue(process.waitFor(HANG_SECONDS, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue(), "ended after: " + last);
    } finally {
      process.destroyForcibly();
    }
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", "hostile-input.tsv"), report);
    assertTrue(report.size() > 150, report.size() + " records");
    assertEquals(List.of(), report.stream().filter(line -> line.contains("NOT ALLOWED")).toList());
  }

  private static String next(BlockingQueue<String> lines, long seconds)
      throws InterruptedException {
    return lines.poll(seconds, TimeUnit.SECONDS);
  }

  private static void read(Process process, BlockingQueue<String> lines) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      in.lines().forEach(lines::add);
    } catch (IOException e) {
      lines.add(e.toString());
    } finally {
      lines.add(END);
    }
  }
}
