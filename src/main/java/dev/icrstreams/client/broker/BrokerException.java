package dev.icrstreams.client.broker;

/** Something that the brokers could not or would not do; the message is one line for people. */
public final class BrokerException extends RuntimeException {
  /** A failure in one line. */
  public BrokerException(String message) {
    super(message);
  }

  /** A failure in one line and what is behind it. */
  public BrokerException(String message, Throwable cause) {
    super(message, cause);
  }
}
