package dev.icrstreams.hostile.fuzz;

import dev.icrstreams.config.Config;
import dev.icrstreams.field.Origin;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.wire.InputDecoder;
import dev.icrstreams.wire.RecordFormat;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record's value, Avro or image: which of them it is, and what Avro says. The first byte tells
 * how many of the next ones are the header {@code icr-max-digits}.
 */
public final class RecordTarget {
  private static final Config CONFIG = Config.defaults();
  private static final InputDecoder DECODER = new InputDecoder(CONFIG, RecordFormat.of(CONFIG));
  private static final byte[] KEY = "a".getBytes(StandardCharsets.US_ASCII);

  private RecordTarget() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    int header = bytes.length == 0 ? 0 : Math.min(bytes[0] & 7, bytes.length - 1);
    RecordHeaders headers = new RecordHeaders();
    if (header > 0) {
      headers.add("icr-max-digits", Arrays.copyOfRange(bytes, 1, 1 + header));
    }
    byte[] value = Arrays.copyOfRange(bytes, Math.min(1 + header, bytes.length), bytes.length);
    try {
      DECODER.decode(new Origin("in", 0, 0), KEY, value, headers);
    } catch (RejectedFieldException e) {
      Rejection.mustBeExplained(e);
    }
  }
}
