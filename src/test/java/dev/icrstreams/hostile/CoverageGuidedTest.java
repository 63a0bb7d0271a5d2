package dev.icrstreams.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.hostile.fuzz.ConstraintsTarget;
import dev.icrstreams.hostile.fuzz.DecodeTarget;
import dev.icrstreams.hostile.fuzz.ReadTarget;
import dev.icrstreams.hostile.fuzz.RecordTarget;
import dev.icrstreams.support.ChildJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Jazzer, which mutates inputs towards code that none has reached yet, on each target, beginning
 * with the hostile corpus. For longer: {@code mvn test -Dtest=CoverageGuidedTest
 * -Dicr.jazzer.seconds=3600 -Dicr.seed=1}. An input that breaks a target is left in {@code
 * target/jazzer}.
 */
class CoverageGuidedTest {
  private static final int SECONDS = Integer.getInteger("icr.jazzer.seconds", 8);
  private static final long SEED = Long.getLong("icr.seed", 20_261_121L);
  private static final Pattern EXECUTIONS =
      Pattern.compile("stat::number_of_executed_units: +([0-9]+)");

  /** Expressions that reach most of the syntax. */
  private static final List<String> CONSTRAINTS =
      List.of("\0\0\1\2[0-9]{2,4}", "\377\1\0\7(12|3?4)*5+", "\4\2\20\21\\d+[^13][:digit:]$");

  @TempDir private Path corpus;

  @ParameterizedTest
  @ValueSource(
      classes = {DecodeTarget.class, ReadTarget.class, RecordTarget.class, ConstraintsTarget.class})
  void findsNothingThatBreaks(Class<?> target) throws Exception {
    int seeds = writeCorpus(target);
    Path found = Files.createDirectories(Path.of("target", "jazzer"));
    Path log = found.resolve(target.getSimpleName() + ".log");
    Process jazzer =
        ChildJvm.start(
            ChildJvm.of(
                    List.of("-Xmx1g", "-XX:+EnableDynamicAgentLoading"),
                    "com.code_intelligence.jazzer.Jazzer",
                    List.of(
                        "--target_class=" + target.getName(),
                        "--instrumentation_includes=dev.icrstreams.**:com.twelvemonkeys.**"
                            + ":com.google.re2j.**:org.apache.avro.io.**",
                        "--custom_hook_includes=none",
                        "--reproducer_path=" + found,
                        "-artifact_prefix=" + found + "/",
                        "-print_final_stats=1",
                        "-max_total_time=" + SECONDS,
                        "-timeout=300",
                        "-rss_limit_mb=0",
                        "-max_len=" + HostileFiles.SMALL,
                        "-seed=" + (int) SEED,
                        corpus.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile()));
    int exit = jazzer.waitFor();
    String output = Files.readString(log, StandardCharsets.ISO_8859_1);
    String name = target.getSimpleName() + ", seed " + SEED;
    assertEquals(0, exit, () -> name + ", see " + log + ":\n" + tail(output));
    Matcher executions = EXECUTIONS.matcher(output);
    assertTrue(executions.find(), () -> name + " tells no executions:\n" + tail(output));
    long count = Long.parseLong(executions.group(1));
    System.out.println("jazzer, " + name + ": " + count + " executions in " + SECONDS + " s");
    // the fuzzer drops seeds that are alike; a busy machine gets no further than through them
    assertTrue(count > seeds / 2, name + ": " + count + " executions of " + seeds + " seeds");
  }

  private int writeCorpus(Class<?> target) throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    if (target == ConstraintsTarget.class) {
      CONSTRAINTS.forEach(text -> seeds.add(text.getBytes(StandardCharsets.ISO_8859_1)));
    } else {
      List<Hostile> all = new ArrayList<>(HostileFiles.small());
      if (target == RecordTarget.class) {
        all.addAll(HostileRecords.all());
      }
      all.forEach(hostile -> seeds.add(hostile.value()));
    }
    seeds.removeIf(seed -> seed == null || seed.length > HostileFiles.SMALL);
    for (int i = 0; i < seeds.size(); i++) {
      Files.write(corpus.resolve("seed-" + i), seeds.get(i));
    }
    return seeds.size();
  }

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - 3_000));
  }
}
