package dev.icrstreams.hostile;

import static org.junit.jupiter.api.Assertions.fail;

import dev.icrstreams.config.Config;
import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.Origin;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.field.ScannedField;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.read.FieldReader;
import dev.icrstreams.wire.InputDecoder;
import dev.icrstreams.wire.RecordFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/**
 * Records of the corpus, damaged at random, through input decoding, constraints and the whole
 * reader: each is read or rejected, and nothing else is thrown. For longer: {@code mvn test
 * -Dtest=DamagedInputTest -Dicr.fuzz.seconds=3600 -Dicr.seed=1}.
 */
class DamagedInputTest {
  private static final int SECONDS = Integer.getInteger("icr.fuzz.seconds", 10);
  private static final long SEED = Long.getLong("icr.seed", 20_261_121L);
  private static final long SLOW_NANOS = 10_000_000_000L;
  private static final Config CONFIG = Config.defaults();
  private static final String EXPRESSION_LETTERS = "0123456789[](){}|*+?^$-,.\\dDwsbQE:alnum";

  private final Random random = new Random(SEED);
  private final Damage damage = new Damage(random);
  private final InputDecoder decoder = new InputDecoder(CONFIG, RecordFormat.of(CONFIG));

  @Test
  void whateverTheBytesARecordIsReadOrRejected() throws IOException {
    List<Hostile> corpus = new ArrayList<>(HostileRecords.all());
    corpus.addAll(HostileFiles.small());
    corpus.removeIf(record -> record.value() == null || record.value().length > HostileFiles.SMALL);
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    int count = 0;
    int read = 0;
    long slowest = 0;
    try (FieldReader reader = FieldReader.create(CONFIG, StageListener.NONE)) {
      for (; System.nanoTime() < end; count++) {
        Hostile first = corpus.get(random.nextInt(corpus.size()));
        Hostile second = corpus.get(random.nextInt(corpus.size()));
        byte[] value = damage.of(first.value(), second.value());
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
          read(reader, value, headers());
          read++;
        } catch (RejectedFieldException e) {
          if (e.code() == ErrorCode.INTERNAL_ERROR) {
            failed(count, first, second, value, e);
          }
        } catch (RuntimeException | Error e) {
          failed(count, first, second, value, e);
        }
        slowest =
            Math.max(
                slowest, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        if (slowest > SLOW_NANOS) {
          failed(count, first, second, value, null);
        }
      }
    }
    String line =
        String.format(
            Locale.ROOT,
            "damaged input, seed %d: %d records in %d s, %d of them read, slowest %.1f s",
            SEED,
            count,
            SECONDS,
            read,
            slowest / 1e9);
    System.out.println(line);
  }

  private void read(FieldReader reader, byte[] value, Headers headers) {
    byte[] key = {'a'};
    ScannedField field = decoder.decode(new Origin("in", 0, 0), key, value, headers);
    reader.read(field.image(), field.constraints());
  }

  private Headers headers() {
    Headers headers = new RecordHeaders();
    if (random.nextInt(4) == 0) {
      StringBuilder regex = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) {
        regex.append(EXPRESSION_LETTERS.charAt(random.nextInt(EXPRESSION_LETTERS.length())));
      }
      headers.add("icr-regex", Hostile.utf8(regex.toString()));
    }
    return headers;
  }

  private static void failed(
      int count, Hostile first, Hostile second, byte[] value, Throwable thrown) throws IOException {
    Path file = Path.of("target", "damaged-" + SEED + "-" + count);
    Files.write(file, value);
    fail(
        "seed "
            + SEED
            + ", record "
            + count
            + " ("
            + first.name()
            + ", "
            + second.name()
            + "), "
            + file,
        thrown);
  }
}
