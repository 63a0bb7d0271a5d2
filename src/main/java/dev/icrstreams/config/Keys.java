package dev.icrstreams.config;

import static dev.icrstreams.config.Declarations.decimal;
import static dev.icrstreams.config.Declarations.integer;
import static dev.icrstreams.config.Declarations.key;
import static dev.icrstreams.config.Declarations.retention;
import static dev.icrstreams.config.Declarations.text;
import static dev.icrstreams.config.Declarations.topic;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All keys, those of {@link LogKeys} and {@link SchemaRegistryKeys} included. Their names are
 * public API.
 */
public final class Keys {
  /** Kafka. */
  public static final Key<String> BOOTSTRAP_SERVERS =
      text(
          "icr.bootstrap-servers",
          "localhost:9092",
          "host:port[,host:port…]",
          "The Kafka brokers to start from.");

  /** Streams application id. */
  public static final Key<String> APPLICATION_ID =
      text(
          "icr.application-id",
          "icr-streams",
          "a name of letters, digits, '.', '_' and '-'",
          "The Kafka Streams application id: the group's name and the prefix of transactional ids."
              + " Instances that share the work share it.");

  /** Rebalance protocol. */
  public static final Key<GroupProtocol> GROUP_PROTOCOL =
      key(
          "icr.group-protocol",
          "streams",
          "streams or classic",
          "How instances share partitions: 'streams' (KIP-1071) needs Kafka 4.2 or later, 'classic'"
              + " works with older brokers.",
          GroupProtocol::parse);

  /** Stream threads. */
  public static final Key<Integer> STREAM_THREADS =
      integer(
          "icr.stream-threads",
          1,
          1,
          1024,
          "Stream threads in this instance; each loads a model of its own and uses one core.");

  /** How many dead stream threads are replaced. */
  public static final Key<Integer> MAX_REPLACED_THREADS =
      integer(
          "icr.stream-threads.max-replaced",
          10,
          0,
          100_000,
          "How many stream threads that died are replaced within the time below; one more, and the"
              + " service stops with exit code 3.");

  /** Within which time. */
  public static final Key<Integer> REPLACED_WITHIN_SECONDS =
      integer(
          "icr.stream-threads.replaced-within-seconds",
          600,
          1,
          86_400,
          "The time within which dead stream threads are counted, in seconds.");

  /** Streams state directory. */
  public static final Key<String> STATE_DIR =
      text(
          "icr.state-dir",
          "",
          "a directory; empty: a temporary one",
          "Where Kafka Streams keeps its local state.");

  /** Input topic. */
  public static final Key<String> SCANNED_FIELDS =
      topic("icr.topic.scanned-fields", "icr.scanned-fields", "Fields to read: the input.");

  /** Accepted numbers. */
  public static final Key<String> RECOGNIZED_NUMBERS =
      topic(
          "icr.topic.recognized-numbers",
          "icr.recognized-numbers",
          "Accepted numbers and blank fields.");

  /** Doubtful fields. */
  public static final Key<String> REVIEW_ITEMS =
      topic("icr.topic.review-items", "icr.review-items", "Doubtful fields, for a person.");

  /** Dead letters. */
  public static final Key<String> REJECTED_FIELDS =
      topic(
          "icr.topic.rejected-fields",
          "icr.rejected-fields",
          "Dead letters: what could not be read at all.");

  /** Reviewers' answers. */
  public static final Key<String> CORRECTIONS =
      topic("icr.topic.corrections", "icr.corrections", "Reviewers' answers.");

  /** Partitions of the topics. */
  public static final Key<Integer> TOPIC_PARTITIONS =
      integer("icr.topic.partitions", 6, 1, 10_000, "Partitions of each topic that gets created.");

  /** Replicas of the topics. */
  public static final Key<Integer> TOPIC_REPLICATION =
      integer(
          "icr.topic.replication-factor",
          -1,
          -1,
          100,
          "Replicas of each topic that gets created; -1 is the broker's default.");

  /** How long the input stays. */
  public static final Key<Integer> SCANNED_FIELDS_RETENTION =
      retention(SCANNED_FIELDS, 0, "scanned fields, images among them,");

  /** How long accepted numbers stay. */
  public static final Key<Integer> RECOGNIZED_NUMBERS_RETENTION =
      retention(RECOGNIZED_NUMBERS, 0, "recognized numbers");

  /** How long doubtful fields stay. */
  public static final Key<Integer> REVIEW_ITEMS_RETENTION =
      retention(REVIEW_ITEMS, 30, "review items");

  /** How long dead letters stay. */
  public static final Key<Integer> REJECTED_FIELDS_RETENTION =
      retention(REJECTED_FIELDS, 30, "dead letters");

  /** How long people's answers stay. */
  public static final Key<Integer> CORRECTIONS_RETENTION = retention(CORRECTIONS, 0, "corrections");

  /** Whether review items carry the image. */
  public static final Key<Boolean> INCLUDE_IMAGE =
      key(
          "icr.review.include-image",
          "true",
          "true or false",
          "Whether review items carry the image. Without it they name the input record that holds it"
              + " and the image's SHA-256.",
          Values::flag);

  /** Error budget. */
  public static final Key<Double> MAX_ERROR_RATE =
      decimal(
          "icr.accept.max-error-rate",
          0.001,
          0,
          1,
          "The error budget: at most this share of the accepted numbers may be wrong. The"
              + " confidence that a number needs follows from it and the model's calibration. At"
              + " most the same share of the numbers may be taken for a blank field.");

  /** Model file. */
  public static final Key<String> MODEL_PATH =
      text(
          "icr.model.path",
          "",
          "a model's .zip with its .json beside it; empty: the built-in model",
          "The digit CNN to use.");

  /** Sequence model file. */
  public static final Key<String> SEQUENCE_MODEL_PATH =
      text(
          "icr.model.sequence.path",
          "",
          "a model's .zip with its .json beside it; empty: the built-in model",
          "The sequence CNN to use.");

  /** Record size limit. */
  public static final Key<Integer> LIMIT_RECORD_BYTES =
      integer(
          "icr.limit.record-bytes",
          1_048_576,
          1_024,
          1_000_000_000,
          "The largest input value in bytes; larger ones are rejected.");

  /** Metadata size limit. */
  public static final Key<Integer> LIMIT_METADATA_BYTES =
      integer(
          "icr.limit.metadata-bytes",
          65_536,
          256,
          262_144,
          "The most that a field's id, form, name and attributes may take together, in bytes of"
              + " UTF-8: they go on with every answer.");

  /** Pixel limit. */
  public static final Key<Integer> LIMIT_PIXELS =
      integer(
          "icr.limit.pixels",
          32_000_000,
          1,
          500_000_000,
          "The most pixels that an image may declare; checked before any is decoded.");

  /** Side limit. */
  public static final Key<Integer> LIMIT_SIDE =
      integer(
          "icr.limit.side",
          20_000,
          1,
          100_000,
          "The widest or highest that an image may be, in pixels; checked before any is decoded.");

  /** Frame limit. */
  public static final Key<Integer> LIMIT_FRAMES =
      integer(
          "icr.limit.frames",
          100,
          1,
          100_000,
          "The most pages or frames that an image may have; only the first is read.");

  /** Component limit. */
  public static final Key<Integer> LIMIT_COMPONENTS =
      integer(
          "icr.limit.components",
          2_000,
          1,
          1_000_000,
          "The most connected components of ink in a field; beyond it the field goes to review as"
              + " TOO_COMPLEX.");

  /** Candidate limit. */
  public static final Key<Integer> LIMIT_CANDIDATES =
      integer(
          "icr.limit.candidates",
          512,
          1,
          100_000,
          "The most digit candidates in a field; beyond it the field goes to review as"
              + " TOO_COMPLEX.");

  /** HTTP port. */
  public static final Key<Integer> HTTP_PORT =
      integer(
          "icr.http.port",
          -1,
          -1,
          65_535,
          "The port of health, metrics, topology and configuration (/health/live, /health/ready,"
              + " /threads, /metrics, /topology, /topology.svg, /config); 0 takes a free one, -1"
              + " opens none.");

  /** HTTP address. */
  public static final Key<String> HTTP_HOST =
      text(
          "icr.http.host",
          "127.0.0.1",
          "an address of this machine; 0.0.0.0: all of them",
          "Where that port listens. Whoever reaches it can read the metrics and the configuration,"
              + " secrets masked; nobody can change anything.");

  /** Lists of allowed numbers. */
  public static final KeyFamily ALLOWED =
      new KeyFamily(
          "icr.allowed.",
          "NAME",
          "[A-Za-z0-9._-]{1,100}",
          "a file",
          "A list of the numbers that a field may hold, under a name for records to refer to: one"
              + " number a line, leading zeros count, what follows a # is ignored. Read once, at"
              + " the start. A name from the environment is in lower case, with '.' for '_'.");

  /** What goes to the Kafka clients. */
  public static final KeyFamily KAFKA =
      new KeyFamily(
          "icr.kafka.",
          "KEY",
          ".+",
          "whatever the Kafka clients take",
          "Goes to the Kafka clients, without the prefix.");

  /** Keys of which there may be any number, told apart by how they end. */
  public static final List<KeyFamily> FAMILIES = List.of(LogKeys.LEVELS, ALLOWED, KAFKA);

  /** All keys in their order. */
  public static final List<Key<?>> ALL =
      Stream.of(Declarations.all(), LogKeys.ALL, SchemaRegistryKeys.ALL)
          .<Key<?>>flatMap(List::stream)
          .toList();

  private Keys() {}

  /** The key of that name, if there is one. */
  public static Optional<Key<?>> named(String name) {
    return ALL.stream().filter(key -> key.name().equals(name)).findFirst();
  }
}
