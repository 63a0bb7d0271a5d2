package dev.icrstreams.field;

/**
 * The input record that an answer answers.
 *
 * @param topic the input topic
 * @param partition its partition
 * @param offset the record's offset in it
 */
public record Origin(String topic, int partition, long offset) {
  @Override
  public String toString() {
    return topic + "-" + partition + "-" + offset;
  }
}
