package dev.icrstreams.hostile;

import static dev.icrstreams.hostile.Hostile.ANSWERED;
import static dev.icrstreams.hostile.Hostile.file;
import static dev.icrstreams.hostile.Hostile.utf8;

import dev.icrstreams.avro.Correction;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.ScannedField;
import dev.icrstreams.support.ReadSamples;
import dev.icrstreams.wire.SingleObjectSerializer;
import dev.icrstreams.wire.ToAvro;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Records of the hostile corpus that are no plain files. */
final class HostileRecords {
  private static final int HEADER = 10;
  private static final byte[] IMAGE = ReadSamples.accepted().image();

  private HostileRecords() {}

  static List<Hostile> all() {
    List<Hostile> all = new ArrayList<>();
    avro(all);
    headers(all);
    return all;
  }

  private static void avro(List<Hostile> all) {
    byte[] good =
        new SingleObjectSerializer<dev.icrstreams.avro.ScannedField>()
            .encode(
                ToAvro.scannedField(
                    new ScannedField(
                        "a", "", "", IMAGE, Constraints.NONE, Map.of(), Instant.EPOCH)));
    all.add(file("avro", good, ANSWERED));
    for (int percent = 10; percent < 100; percent += 10) {
      byte[] cut = Arrays.copyOf(good, good.length * percent / 100);
      all.add(file("avro cut to " + percent + " %", cut, "CORRUPT_AVRO"));
    }
    byte[] unknown = good.clone();
    unknown[3] ^= 1;
    all.add(file("avro of an unknown fingerprint", unknown, "CORRUPT_AVRO"));
    all.add(
        file(
            "avro of another schema",
            join(fingerprint(Correction.getClassSchema()), new byte[100]),
            "CORRUPT_AVRO"));
    byte[] start = Arrays.copyOf(good, HEADER);
    for (long length :
        new long[] {-1, -5, 1_000, 1 << 28, 2_000_000_000, 1L << 40, Long.MIN_VALUE}) {
      all.add(file("avro with a string of " + length, join(start, varint(length)), "CORRUPT_AVRO"));
      byte[] strings = {2, 'a', 0, 0};
      all.add(
          file(
              "avro with an image of " + length,
              join(join(start, strings), varint(length)),
              "CORRUPT_AVRO"));
    }
    byte[] marker = {(byte) 0xc3, 1, 0};
    all.add(file("avro of a marker alone", marker, "CORRUPT_AVRO"));
    byte[] many = new byte[900_000];
    Arrays.fill(many, (byte) 0x7f);
    all.add(file("avro of 900 kB of noise", join(start, many), "CORRUPT_AVRO"));
  }

  private static void headers(List<Hostile> all) {
    Hostile plain = file("a header of 900 kB", IMAGE, ANSWERED);
    all.add(plain.withHeaders(new RecordHeaders().add("trace", new byte[900_000])));
    Hostile attribute = file("an attribute of 900 kB", IMAGE, "TOO_LARGE");
    all.add(
        attribute.withHeaders(new RecordHeaders().add("icr-attr-a", utf8("x".repeat(900_000)))));
    Headers many = new RecordHeaders();
    for (int i = 0; i < 60_000; i++) {
      many.add("icr-attr-" + i, utf8("x"));
    }
    all.add(file("60,000 attributes", IMAGE, "TOO_LARGE").withHeaders(many));
    all.add(file("a key of 900 kB", IMAGE, "TOO_LARGE").withKey(utf8("9".repeat(900_000))));
    byte[] key = {(byte) 0xff, (byte) 0xfe};
    all.add(file("a key that is no text", IMAGE, "BAD_ID").withKey(key));
    for (String regex :
        List.of(
            "((([0-9]{1,50}){1,50}){1,50}){1,50}",
            "(([0-9]*)*)*1",
            "[0-9]{1000}",
            "(".repeat(150),
            "1".repeat(900_000),
            "(1|2|3|4|5|6|7|8|9|0|11|22|33|44|55|66|77|88|99){1,40}")) {
      String name = "the expression " + regex.substring(0, Math.min(40, regex.length()));
      all.add(
          file(name, IMAGE, "INVALID_CONSTRAINT", ANSWERED)
              .withHeaders(new RecordHeaders().add("icr-regex", utf8(regex))));
    }
    for (String digits : List.of("-1", "99999999999999999999", "ten", "")) {
      all.add(
          file("min digits of '" + digits + "'", IMAGE, "INVALID_CONSTRAINT", ANSWERED)
              .withHeaders(new RecordHeaders().add("icr-min-digits", utf8(digits))));
    }
  }

  private static byte[] fingerprint(org.apache.avro.Schema schema) {
    ByteBuffer start = ByteBuffer.allocate(HEADER).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    start.put((byte) 0xc3).put((byte) 1);
    return start.putLong(org.apache.avro.SchemaNormalization.parsingFingerprint64(schema)).array();
  }

  private static byte[] varint(long value) {
    var out = new java.io.ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      encoder.writeLong(value);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] join(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
