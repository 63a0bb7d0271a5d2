package dev.icrstreams.stream;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.wire.registry.RegistryException;
import java.time.Duration;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class ThreadReplacementTest {
  private final Error death = new InternalError("native");

  private long now = 1;
  private final ThreadReplacement replacement =
      new ThreadReplacement(
          Config.defaults()
              .with(Keys.MAX_REPLACED_THREADS, "2")
              .with(Keys.REPLACED_WITHIN_SECONDS, "60"),
          () -> now);

  @Test
  void stopsTheClientWhenTooManyDieWithinTheTime() {
    assertEquals(REPLACE_THREAD, replacement.handle(death));
    assertEquals(REPLACE_THREAD, replacement.handle(death));
    assertEquals(SHUTDOWN_CLIENT, replacement.handle(death));
  }

  @Test
  void forgetsDeathsOfLongAgo() {
    for (int i = 0; i < 20; i++) {
      assertEquals(REPLACE_THREAD, replacement.handle(death), "death " + i);
      now += Duration.ofSeconds(31).toNanos();
    }
  }

  @Test
  void stopsAtOnceWhenTheBrokersRefuseWhatIsWritten() {
    assertEquals(
        SHUTDOWN_CLIENT,
        replacement.handle(new StreamsException("send", new RecordTooLargeException("3 MB"))));
    assertEquals(
        SHUTDOWN_CLIENT,
        replacement.handle(
            new StreamsException("send", new TopicAuthorizationException("icr.review-items"))));
  }

  @Test
  void goesOnForEverWhileASchemaRegistryIsSilent() {
    for (int i = 0; i < 20; i++) {
      assertEquals(
          REPLACE_THREAD,
          replacement.handle(new StreamsException("task", new RegistryException("silent"))));
    }
    assertEquals(REPLACE_THREAD, replacement.handle(death), "these were counted");
  }
}
