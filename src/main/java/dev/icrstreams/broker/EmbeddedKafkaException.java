package dev.icrstreams.broker;

/** The broker could not be started or stopped; the message is one line for a person. */
public final class EmbeddedKafkaException extends RuntimeException {
  EmbeddedKafkaException(String message) {
    super(message);
  }

  EmbeddedKafkaException(String message, Throwable cause) {
    super(message, cause);
  }
}
