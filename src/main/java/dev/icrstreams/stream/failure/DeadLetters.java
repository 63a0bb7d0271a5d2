package dev.icrstreams.stream.failure;

import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.FieldListener;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.wire.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what cannot be read to the dead letters by Kafka Streams' own mechanism (KIP-1034): raw key
 * and value, original headers, {@code __streams.errors.*}, and {@link
 * DeadLetterHeaders#ERROR_CODE}. A letter always fits its topic: long error headers are cut, and a
 * value, headers or a key that got in only because they compress well are left out, which other
 * headers tell. What Kafka itself throws while a record is sent is no fault of the record in hand:
 * it ends the thread. Kafka Streams makes one for each thread.
 */
public final class DeadLetters extends LogAndContinueProcessingExceptionHandler {
  /** The property that tells how large a letter may be, in bytes. */
  public static final String MAX_RECORD_BYTES = "icr.dead-letter.max-record-bytes";

  /** The property that holds the {@link FieldListener} to be told; none need be there. */
  public static final String LISTENER = "icr.dead-letter.listener";

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
  private static final int LONGEST_ERROR_HEADER = 4_096;

  private int maxRecordBytes;
  private FieldListener fields = FieldListener.NONE;

  @Override
  public void configure(Map<String, ?> properties) {
    super.configure(properties);
    maxRecordBytes = Integer.parseInt(properties.get(MAX_RECORD_BYTES).toString());
    if (properties.get(LISTENER) instanceof FieldListener listener) {
      fields = listener;
    }
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
    if (!(exception instanceof RejectedFieldException rejected)) {
      // the stages throw nothing else: see Failures
      return Response.fail();
    }
    ErrorCode code = rejected.code();
    LOG.debug("{}-{}-{}: {}", context.topic(), context.partition(), context.offset(), code);
    List<ProducerRecord<byte[], byte[]>> letters =
        super.handleError(context, record, exception).deadLetterQueueRecords();
    fields.rejected(context.topic(), code, Instant.ofEpochMilli(context.timestamp()));
    return Response.resume(letters.stream().map(letter -> fitting(letter, code)).toList());
  }

  private ProducerRecord<byte[], byte[]> fitting(
      ProducerRecord<byte[], byte[]> letter, ErrorCode code) {
    Headers own = new RecordHeaders();
    Headers original = new RecordHeaders();
    for (Header header : letter.headers()) {
      if (header.key().startsWith(DeadLetterHeaders.STREAMS_PREFIX)) {
        own.add(header.key(), cut(header.value()));
      } else if (!DeadLetterHeaders.isOfLetters(header.key())) {
        original.add(header);
      }
    }
    own.add(DeadLetterHeaders.ERROR_CODE, utf8(code.name()));
    long room = maxRecordBytes - LONGEST_ERROR_HEADER * 9L;
    byte[] key = fitting(letter.key(), room, DeadLetterHeaders.OMITTED_KEY_BYTES, own);
    room -= length(key);
    byte[] value = fitting(letter.value(), room, DeadLetterHeaders.OMITTED_BYTES, own);
    room -= length(value);
    if (size(original) <= room) {
      original.forEach(own::add);
    } else {
      own.add(DeadLetterHeaders.OMITTED_HEADER_BYTES, utf8(Long.toString(size(original))));
    }
    return new ProducerRecord<>(
        letter.topic(), letter.partition(), letter.timestamp(), key, value, own);
  }

  private static byte[] fitting(byte[] bytes, long room, String omitted, Headers headers) {
    if (length(bytes) <= room) {
      return bytes;
    }
    headers.add(omitted, utf8(Integer.toString(bytes.length)));
    return null;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] cut(byte[] value) {
    return length(value) > LONGEST_ERROR_HEADER
        ? Arrays.copyOf(value, LONGEST_ERROR_HEADER)
        : value;
  }

  private static long size(Headers headers) {
    long size = 0;
    for (Header header : headers) {
      size += 3L * header.key().length() + length(header.value()) + 10;
    }
    return size;
  }

  private static int length(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
