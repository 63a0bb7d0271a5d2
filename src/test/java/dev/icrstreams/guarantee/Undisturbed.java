package dev.icrstreams.guarantee;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.stream.IcrTopology;
import dev.icrstreams.stream.StreamsProperties;
import dev.icrstreams.synth.Samples;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** What the topology answers to every sample when nothing goes wrong, by the sample's file name. */
final class Undisturbed {
  private Undisturbed() {}

  static Map<String, Content> contents(Config config) {
    Map<String, Content> contents = new HashMap<>();
    var bytes = new ByteArraySerializer();
    try (TopologyTestDriver driver =
        new TopologyTestDriver(
            IcrTopology.of(config, StageListener.NONE), StreamsProperties.of(config))) {
      var input = driver.createInputTopic(config.get(Keys.SCANNED_FIELDS), bytes, bytes);
      Map<String, TestOutputTopic<byte[], byte[]>> outputs = new HashMap<>();
      for (var key : List.of(Keys.RECOGNIZED_NUMBERS, Keys.REVIEW_ITEMS, Keys.REJECTED_FIELDS)) {
        String topic = config.get(key);
        outputs.put(
            topic,
            driver.createOutputTopic(
                topic, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
      }
      for (Samples.Sample sample : Samples.all()) {
        input.pipeInput(sample.file().getBytes(StandardCharsets.UTF_8), sample.image());
        outputs.forEach(
            (topic, output) -> {
              for (TestRecord<byte[], byte[]> out : output.readRecordsToList()) {
                Answer answer =
                    Answer.of(config, topic, topic, out.key(), out.value(), out.headers());
                if (contents.put(sample.file(), answer.content()) != null) {
                  throw new IllegalStateException("two answers to " + sample.file());
                }
              }
            });
      }
    }
    return contents;
  }
}
