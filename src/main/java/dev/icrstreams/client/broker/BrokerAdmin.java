package dev.icrstreams.client.broker;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** Kafka's admin client with one-line errors and a time limit. */
public final class BrokerAdmin implements AutoCloseable {
  private static final int TIMEOUT_MS = 15_000;

  private final String brokers;
  private final String noAnswer;
  private final Admin admin;

  public BrokerAdmin(Config config) {
    Map<String, Object> properties = ClientProperties.of(config);
    properties.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    properties.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS / 2);
    this.brokers = config.get(Keys.BOOTSTRAP_SERVERS);
    this.noAnswer = Refusal.noAnswer(config);
    try {
      this.admin = Admin.create(properties);
    } catch (KafkaException e) {
      throw new BrokerException(Refusal.unusable(e), e);
    }
  }

  public Admin admin() {
    return admin;
  }

  /**
   * Waits for an answer.
   *
   * @throws ExecutionException with Kafka's exception as cause
   * @throws BrokerException if no broker answers in time
   */
  public <T> T answer(KafkaFuture<T> future) throws ExecutionException {
    try {
      return future.get(TIMEOUT_MS + 1_000L, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
        throw noAnswer(e);
      }
      throw e;
    } catch (TimeoutException e) {
      throw noAnswer(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException("interrupted while waiting for " + brokers, e);
    }
  }

  /** Like {@link #answer}, with every refusal as a {@link BrokerException}. */
  public <T> T require(KafkaFuture<T> future, String what, Right... needed) {
    try {
      return answer(future);
    } catch (ExecutionException e) {
      throw new BrokerException(what + ": " + Refusal.reason(e.getCause(), needed), e);
    }
  }

  private BrokerException noAnswer(Exception e) {
    return new BrokerException(noAnswer, e);
  }

  @Override
  public void close() {
    admin.close(java.time.Duration.ofSeconds(1));
  }
}
