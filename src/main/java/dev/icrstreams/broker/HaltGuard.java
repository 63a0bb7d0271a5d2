package dev.icrstreams.broker;

import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.utils.Exit;

/**
 * Kafka's server answers a failed start by halting the JVM, which is right for a broker in a
 * process of its own and wrong here: under this guard the start throws instead.
 */
final class HaltGuard {
  // Kafka has one halt procedure a JVM, so brokers start one after the other.
  private static final ReentrantLock LOCK = new ReentrantLock();

  private HaltGuard() {}

  static void run(Runnable start) {
    LOCK.lock();
    try {
      Exit.setHaltProcedure(
          (status, message) -> {
            throw new EmbeddedKafkaException("Kafka gave up: " + message);
          });
      start.run();
    } finally {
      Exit.resetHaltProcedure();
      LOCK.unlock();
    }
  }
}
