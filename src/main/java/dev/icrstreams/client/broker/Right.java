package dev.icrstreams.client.broker;

import org.apache.kafka.common.acl.AclOperation;

/**
 * A right on a broker, to be named where it is missing.
 *
 * @param operation what one may do
 * @param type of what
 * @param name and its name
 */
public record Right(AclOperation operation, Type type, String name) {
  /** What rights are granted on. */
  public enum Type {
    TOPIC("topic"),
    GROUP("group"),
    TRANSACTIONAL_ID("transactional id");

    private final String words;

    Type(String words) {
      this.words = words;
    }
  }

  public static Right read(String topic) {
    return new Right(AclOperation.READ, Type.TOPIC, topic);
  }

  public static Right write(String topic) {
    return new Right(AclOperation.WRITE, Type.TOPIC, topic);
  }

  public static Right on(AclOperation operation, String topic) {
    return new Right(operation, Type.TOPIC, topic);
  }

  public static Right ofGroup(String group) {
    return new Right(AclOperation.READ, Type.GROUP, group);
  }

  public static Right ofTransactions(String id) {
    return new Right(AclOperation.WRITE, Type.TRANSACTIONAL_ID, id);
  }

  @Override
  public String toString() {
    return operation + " on the " + type.words + " " + name;
  }
}
