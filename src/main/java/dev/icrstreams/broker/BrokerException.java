package dev.icrstreams.broker;

/** The broker could not be started or stopped; the message is one line for a person. */
public final class BrokerException extends RuntimeException {
  BrokerException(String message) {
    super(message);
  }

  BrokerException(String message, Throwable cause) {
    super(message, cause);
  }
}
