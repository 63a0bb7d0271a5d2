package dev.icrstreams.client;

import dev.icrstreams.avro.Outcome;
import dev.icrstreams.avro.Reason;
import dev.icrstreams.avro.RecognizedNumber;
import dev.icrstreams.avro.ReviewItem;
import dev.icrstreams.avro.Source;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.Origin;
import dev.icrstreams.wire.DeadLetterHeaders;
import dev.icrstreams.wire.RecordFormat;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;

/** A record of any output topic to a result. Threads may share it. */
final class ResultReader {
  private final String recognized;
  private final String review;
  private final String corrections;
  private final Deserializer<RecognizedNumber> numbers;
  private final Deserializer<ReviewItem> items;

  ResultReader(Config config) {
    this.recognized = config.get(Keys.RECOGNIZED_NUMBERS);
    this.review = config.get(Keys.REVIEW_ITEMS);
    this.corrections = config.get(Keys.CORRECTIONS);
    RecordFormat format = RecordFormat.of(config);
    this.numbers = format.deserializer(RecognizedNumber.class);
    this.items = format.deserializer(ReviewItem.class);
  }

  /**
   * The result in a record.
   *
   * @throws org.apache.kafka.common.errors.SerializationException if it is none of ours
   * @throws dev.icrstreams.wire.registry.RegistryException if a registry does not tell the schema
   */
  Result result(ConsumerRecord<byte[], byte[]> record) {
    if (record.topic().equals(recognized)) {
      return number(numbers.deserialize(recognized, record.value()));
    }
    if (record.topic().equals(review)) {
      return item(items.deserialize(review, record.value()));
    }
    return deadLetter(record);
  }

  private static Result number(RecognizedNumber value) {
    return new Result(
        value.getFieldId(),
        value.getNumber(),
        OptionalDouble.of(value.getConfidence()),
        value.getOutcome() == Outcome.BLANK ? Route.BLANK : Route.ACCEPTED,
        value.getOutcome() == Outcome.UNREADABLE ? Outcome.UNREADABLE.name() : "",
        value.getSource() == Source.HUMAN,
        new Origin(value.getInputTopic(), value.getInputPartition(), value.getInputOffset()));
  }

  private static Result item(ReviewItem value) {
    return new Result(
        value.getFieldId(),
        value.getNumber(),
        OptionalDouble.of(value.getConfidence()),
        Route.REVIEW,
        value.getReasons().stream().map(ResultReader::reason).collect(Collectors.joining("; ")),
        false,
        new Origin(value.getInputTopic(), value.getInputPartition(), value.getInputOffset()));
  }

  private static String reason(Reason reason) {
    return reason.getDetail().isEmpty()
        ? reason.getCode().name()
        : reason.getCode() + ": " + reason.getDetail();
  }

  private Result deadLetter(ConsumerRecord<byte[], byte[]> record) {
    Origin origin =
        new Origin(
            header(record, DeadLetterHeaders.TOPIC),
            Integer.parseInt(header(record, DeadLetterHeaders.PARTITION)),
            Long.parseLong(header(record, DeadLetterHeaders.OFFSET)));
    String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    return new Result(
        key.isEmpty() ? origin.toString() : key,
        "",
        OptionalDouble.empty(),
        Route.REJECTED,
        header(record, DeadLetterHeaders.ERROR_CODE),
        origin.topic().equals(corrections),
        origin);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    if (header == null) {
      throw new org.apache.kafka.common.errors.SerializationException(
          "a record in " + record.topic() + " has no header " + name);
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
