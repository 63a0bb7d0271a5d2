package dev.icrstreams.hostile;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.stream.IcrTopology;
import dev.icrstreams.stream.StreamsProperties;
import dev.icrstreams.support.ReadSamples;
import dev.icrstreams.wire.DeadLetterHeaders;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/**
 * Sends the corpus through the topology, in a process of its own whose memory is bounded. Prints a
 * line before each record and one after it: name, outcome, whether that is allowed, milliseconds of
 * this thread on a processor.
 */
final class HostileRun {
  private static final Config CONFIG = ReadSamples.CONFIG;

  private HostileRun() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<Hostile> corpus = new ArrayList<>(HostileRecords.all());
    corpus.addAll(HostileFiles.all());
    try (TopologyTestDriver driver =
        new TopologyTestDriver(
            IcrTopology.of(CONFIG, StageListener.NONE), StreamsProperties.of(CONFIG))) {
      var bytes = new ByteArraySerializer();
      var input = driver.createInputTopic(CONFIG.get(Keys.SCANNED_FIELDS), bytes, bytes);
      List<TestOutputTopic<byte[], byte[]>> outputs =
          List.of(
              output(driver, CONFIG.get(Keys.RECOGNIZED_NUMBERS)),
              output(driver, CONFIG.get(Keys.REVIEW_ITEMS)),
              output(driver, CONFIG.get(Keys.REJECTED_FIELDS)));
      // what every first record pays for
      Hostile first = corpus.get(0);
      outcome(first, input, outputs);
      for (Hostile record : corpus) {
        out.println("> " + record.name());
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        String outcome = outcome(record, input, outputs);
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        out.printf(
            Locale.ROOT,
            "%s\t%s\t%s\t%d%n",
            record.name(),
            outcome,
            record.allowed().contains(outcome) ? "ok" : "NOT ALLOWED",
            nanos / 1_000_000);
      }
    }
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM")) {
        out.println("peak memory of the process: " + line.replaceAll("\\s+", " "));
      }
    }
  }

  private static TestOutputTopic<byte[], byte[]> output(TopologyTestDriver driver, String topic) {
    return driver.createOutputTopic(
        topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static String outcome(
      Hostile record,
      TestInputTopic<byte[], byte[]> input,
      List<TestOutputTopic<byte[], byte[]>> outputs) {
    input.pipeInput(new TestRecord<>(record.key(), record.value(), record.headers()));
    List<TestRecord<byte[], byte[]>> all = new ArrayList<>();
    outputs.forEach(output -> all.addAll(output.readRecordsToList()));
    if (all.size() != 1) {
      return all.size() + " answers";
    }
    var code = all.get(0).headers().lastHeader(DeadLetterHeaders.ERROR_CODE);
    return code == null ? Hostile.ANSWERED : new String(code.value(), StandardCharsets.UTF_8);
  }
}
