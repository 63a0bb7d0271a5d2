package dev.icrstreams.client.redrive;

import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.wire.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A dead letter, as somebody sees it who wants to send the original record again.
 *
 * @param letter the record of the dead letters' topic
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> letter) {
  /** Why it was rejected; empty if the header is missing or of a newer version. */
  public Optional<ErrorCode> code() {
    String name = text(DeadLetterHeaders.ERROR_CODE);
    for (ErrorCode code : ErrorCode.values()) {
      if (code.name().equals(name)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  /** The topic of the original record; empty if the letter does not say. */
  public String topic() {
    return text(DeadLetterHeaders.TOPIC);
  }

  /** How many times the original record has been redriven before. */
  public int redrives() {
    return number(DeadLetterHeaders.REDRIVES, 0);
  }

  /** Whether key, value and headers are all there. */
  public boolean isWhole() {
    return letter.headers().lastHeader(DeadLetterHeaders.OMITTED_BYTES) == null
        && letter.headers().lastHeader(DeadLetterHeaders.OMITTED_HEADER_BYTES) == null
        && letter.headers().lastHeader(DeadLetterHeaders.OMITTED_KEY_BYTES) == null;
  }

  /**
   * The original record, without the headers of its rejection, counted once more. It goes to the
   * partition that it came from, so that it stays in order with others of its key.
   */
  public ProducerRecord<byte[], byte[]> original(int partitions) {
    int from = number(DeadLetterHeaders.PARTITION, -1);
    Integer partition = from >= 0 && from < partitions ? Integer.valueOf(from) : null;
    var record = new ProducerRecord<>(topic(), partition, letter.key(), letter.value());
    for (Header header : letter.headers()) {
      if (!DeadLetterHeaders.isOfLetters(header.key())
          && !header.key().equals(DeadLetterHeaders.REDRIVES)) {
        record.headers().add(header);
      }
    }
    String count = Integer.toString(redrives() + 1);
    record.headers().add(DeadLetterHeaders.REDRIVES, count.getBytes(StandardCharsets.UTF_8));
    return record;
  }

  /** The key as text; empty without one. */
  public String key() {
    return letter.key() == null ? "" : new String(letter.key(), StandardCharsets.UTF_8);
  }

  private int number(String header, int otherwise) {
    try {
      return Integer.parseInt(text(header));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private String text(String name) {
    Header header = letter.headers().lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
