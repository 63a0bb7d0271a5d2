package dev.icrstreams.client.review;

import dev.icrstreams.avro.ReviewItem;
import dev.icrstreams.client.broker.TopicScan;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Origin;
import dev.icrstreams.wire.RecordFormat;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Deserializer;

/** What waits, or waited, for a person. Threads may share it. */
public final class ReviewTopic {
  private final Config config;
  private final Deserializer<ReviewItem> items;

  /** The review topic of a configuration. */
  public ReviewTopic(Config config) {
    this.config = config;
    this.items = RecordFormat.of(config).deserializer(ReviewItem.class);
  }

  /**
   * A field in review.
   *
   * @param id the field id
   * @param formId may be empty
   * @param fieldName may be empty
   * @param origin the input record
   * @param imageSha256 of the image file
   * @param modelVersion the model that was in doubt
   * @param number its reading; empty if it had none
   * @param image the file's bytes, given away; empty where the item goes without: see {@link
   *     InputImages}
   */
  public record Item(
      String id,
      String formId,
      String fieldName,
      Origin origin,
      String imageSha256,
      String modelVersion,
      String number,
      byte[] image) {}

  /**
   * The newest item of each of these fields; a field that was never in review is missing.
   *
   * @throws BrokerException if the topic cannot be read
   */
  public Map<String, Item> newest(Set<String> ids) {
    Map<String, Item> newest = new HashMap<>();
    read(
        item -> {
          if (ids.contains(item.id())) {
            newest.merge(
                item.id(), item, (a, b) -> b.origin().offset() >= a.origin().offset() ? b : a);
          }
        });
    return newest;
  }

  /**
   * Hands over every item that is in the topic now.
   *
   * @throws BrokerException if the topic cannot be read
   */
  public void read(Consumer<Item> eachItem) {
    TopicScan.read(
        config,
        config.get(Keys.REVIEW_ITEMS),
        record -> eachItem.accept(item(items.deserialize(record.topic(), record.value()))));
  }

  private static Item item(ReviewItem value) {
    return new Item(
        value.getFieldId(),
        value.getFormId(),
        value.getFieldName(),
        new Origin(value.getInputTopic(), value.getInputPartition(), value.getInputOffset()),
        value.getImageSha256(),
        value.getModelVersion(),
        value.getNumber(),
        bytes(value.getImage()));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer == null ? 0 : buffer.remaining()];
    if (buffer != null) {
      buffer.duplicate().get(bytes);
    }
    return bytes;
  }
}
