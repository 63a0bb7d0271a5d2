package dev.icrstreams.stream;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.wire.registry.RegistryException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that died, which reads again from the last committed offset; nothing is
 * lost. Stops the client instead where a new thread would only die of the same: when the brokers
 * refuse an output, and when more than {@code icr.stream-threads.max-replaced} died within {@code
 * icr.stream-threads.replaced-within-seconds}; those that waited in vain for a schema registry are
 * not counted. Threads may share it.
 */
public final class ThreadReplacement implements StreamsUncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadReplacement.class);

  private final String application;
  private final int most;
  private final int seconds;
  private final LongSupplier nanoTime;
  private final Deque<Long> deaths = new ArrayDeque<>();

  /** By the configured limits. */
  public ThreadReplacement(Config config) {
    this(config, System::nanoTime);
  }

  ThreadReplacement(Config config, LongSupplier nanoTime) {
    this.application = config.get(Keys.APPLICATION_ID);
    this.most = config.get(Keys.MAX_REPLACED_THREADS);
    this.seconds = config.get(Keys.REPLACED_WITHIN_SECONDS);
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable death) {
    RegistryException silence = silence(death);
    if (silence != null) {
      // not counted: it has waited before it died, and the next will
      LOG.error(
          "a stream thread has waited in vain for the schema registry and is replaced, nothing is"
              + " lost: {}",
          silence.getMessage());
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    Throwable refusal = refusal(death);
    if (refusal != null) {
      LOG.error(
          "the brokers refuse the service ({}{}): it stops, nothing is lost or skipped; put this"
              + " right and start it again",
          refusal.toString(),
          missing(refusal));
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    long now = nanoTime.getAsLong();
    deaths.addLast(now);
    while (now - deaths.getFirst() > TimeUnit.SECONDS.toNanos(seconds)) {
      deaths.removeFirst();
    }
    if (deaths.size() > most) {
      LOG.error(
          "{} stream threads died within {} s, more than {}={} allow: the service stops; the last"
              + " died of",
          deaths.size(),
          seconds,
          Keys.MAX_REPLACED_THREADS.name(),
          most,
          death);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    LOG.error("a stream thread died and is replaced, {} of {}", deaths.size(), most, death);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  private static RegistryException silence(Throwable death) {
    for (Throwable cause = death; cause != null; cause = cause.getCause()) {
      if (cause instanceof RegistryException silence) {
        return silence;
      }
    }
    return null;
  }

  /** The right that Kafka's own sentence leaves out. */
  private String missing(Throwable refusal) {
    if (refusal instanceof TransactionalIdAuthorizationException) {
      return "; it needs WRITE on transactional ids that begin with " + application + "-";
    }
    if (refusal instanceof GroupAuthorizationException) {
      return "; it needs READ on the group " + application;
    }
    return "";
  }

  private static Throwable refusal(Throwable death) {
    for (Throwable cause = death; cause != null; cause = cause.getCause()) {
      if (cause instanceof RecordTooLargeException
          || cause instanceof AuthorizationException
          || cause instanceof AuthenticationException
          || cause instanceof InvalidTopicException) {
        return cause;
      }
    }
    return null;
  }
}
