package dev.icrstreams.support;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Correction;
import dev.icrstreams.field.Origin;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.wire.CorrectionCodec;
import dev.icrstreams.wire.DeadLetterHeaders;
import dev.icrstreams.wire.RecordFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Corrections of the first field of the input topic, whose id is {@code a-field}. */
public final class Corrections {
  private static final byte[] KEY = "a-field".getBytes(StandardCharsets.UTF_8);

  private Corrections() {}

  /** A correction's value. */
  public static byte[] ofFirstField(Config config, Outcome verdict, String number) {
    return new CorrectionCodec(config, RecordFormat.of(config))
        .encode(
            new Correction(
                "a-field",
                "",
                "",
                new Origin(config.get(Keys.SCANNED_FIELDS), 0, 0),
                "",
                "",
                verdict,
                number,
                "ada",
                Instant.now()));
  }

  /** Sends one that is no correction, then, on the same partition, one that was redriven. */
  public static void sendNonsenseThenRedriven(Config config) throws Exception {
    String topic = config.get(Keys.CORRECTIONS);
    var redriven = new ProducerRecord<>(topic, 0, KEY, ofFirstField(config, Outcome.NUMBER, "42"));
    redriven.headers().add(DeadLetterHeaders.REDRIVES, new byte[] {'1'});
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", config.get(Keys.BOOTSTRAP_SERVERS)),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] nonsense = {1, 2, 3};
      producer.send(new ProducerRecord<>(topic, 0, KEY, nonsense)).get();
      producer.send(redriven).get();
    }
  }
}
