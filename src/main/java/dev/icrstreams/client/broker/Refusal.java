package dev.icrstreams.client.broker;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;

/**
 * Why a broker will not, in one line for people: what Kafka's own sentence leaves out (the right
 * that is missing, what is wrong with a certificate) is added.
 */
public final class Refusal {
  private Refusal() {}

  /**
   * The reason, without any secret.
   *
   * @param needed the rights that the refused call needs
   */
  public static String reason(Throwable failure, Right... needed) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SslAuthenticationException) {
        Throwable why = cause.getCause() == null ? cause : cause.getCause();
        return "the TLS handshake failed: " + why.getMessage() + " (see icr.kafka.ssl.*)";
      }
      if (cause instanceof AuthenticationException) {
        return cause.getMessage() + " (see icr.kafka.sasl.*)";
      }
      if (cause instanceof AuthorizationException refused) {
        return unauthorized(refused, needed);
      }
      if (cause instanceof ConfigException) {
        return cause.getMessage();
      }
    }
    return failure.getMessage();
  }

  /** That a record was not taken, and why. */
  public static BrokerException undelivered(
      String id, String topic, String brokers, Throwable cause) {
    return new BrokerException(
        "cannot send "
            + id
            + " to "
            + topic
            + " at "
            + brokers
            + ": "
            + reason(cause, Right.write(topic)),
        cause);
  }

  /** The reason why no client could be made of the configuration. */
  public static String unusable(Throwable failure) {
    Set<String> messages = new LinkedHashSet<>();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      // a wrapper without words of its own repeats what it wraps
      if (message != null
          && (cause.getCause() == null || !message.equals(cause.getCause().toString()))) {
        messages.add(message);
      }
    }
    return "the configuration under icr.kafka.* makes no Kafka client: "
        + String.join(": ", messages);
  }

  /** That no broker answers, and over what it was asked. */
  public static String noAnswer(Config config) {
    return "no Kafka broker answers at "
        + config.get(Keys.BOOTSTRAP_SERVERS)
        + ", or not over "
        + config.kafka().getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT")
        + " (icr.kafka.security.protocol)";
  }

  private static String unauthorized(AuthorizationException refused, Right... needed) {
    String rights =
        Stream.of(needed)
            .filter(right -> isMeant(right, refused))
            .map(Right::toString)
            .collect(Collectors.joining(", "));
    return rights.isEmpty() ? refused.getMessage() : "not allowed; it needs " + rights;
  }

  private static boolean isMeant(Right right, AuthorizationException refused) {
    if (refused instanceof TopicAuthorizationException topics) {
      Set<String> names = topics.unauthorizedTopics();
      return right.type() == Right.Type.TOPIC && (names.isEmpty() || names.contains(right.name()));
    }
    if (refused instanceof GroupAuthorizationException group) {
      return right.type() == Right.Type.GROUP
          && (group.groupId() == null || right.name().equals(group.groupId()));
    }
    return refused instanceof TransactionalIdAuthorizationException
        && right.type() == Right.Type.TRANSACTIONAL_ID;
  }
}
