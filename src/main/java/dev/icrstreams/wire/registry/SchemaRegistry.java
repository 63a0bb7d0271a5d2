package dev.icrstreams.wire.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.config.SchemaRegistryKeys;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Schemas by their ids and ids by their schemas, from a registry with Confluent's API, version 7.
 * Both are asked for once; an id never changes its schema. Threads may share it.
 */
public final class SchemaRegistry implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SchemaRegistry.class);
  private static final long FIRST_PAUSE_MS = 100;
  private static final long LONGEST_PAUSE_MS = 5_000;

  private final RegistryHttp http;
  private final WriterSchemas writers;
  private final int waitSeconds;
  private final Lru<Schema> schemas = new Lru<>();
  private final Map<Subject, Integer> ids = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  private record Subject(String name, Schema schema) {}

  /**
   * The registry of a configuration; nothing is asked yet.
   *
   * @throws ConfigException if none is configured, or a key store cannot be used
   */
  public SchemaRegistry(Config config) {
    if (config.get(SchemaRegistryKeys.URL).isEmpty()) {
      throw new ConfigException(
          "no schema registry is configured: " + SchemaRegistryKeys.URL.name() + " is empty");
    }
    this.http = new RegistryHttp(config);
    this.writers = new WriterSchemas(http);
    this.waitSeconds = config.get(SchemaRegistryKeys.WAIT_SECONDS);
  }

  /** The subject of a topic's values, as Confluent's own clients name it. */
  public static String subject(String topic) {
    return topic + "-value";
  }

  /**
   * The schema of an id. Waits while the registry does not answer, as long as is configured.
   *
   * @throws SerializationException if the registry says that there is none, or none of Avro
   * @throws RegistryException if it has not answered
   */
  Schema schema(int id) {
    Schema known = schemas.get(id);
    if (known == null) {
      known = patiently(() -> writers.fetch(id));
      schemas.put(id, known);
    }
    return known;
  }

  /**
   * The id of a schema under a subject. Waits in the same way.
   *
   * @throws RegistryException if it has not answered, or has no such schema
   */
  int id(String subject, Schema schema) {
    Subject key = new Subject(subject, schema);
    Integer known = ids.get(key);
    return known == null
        ? patiently(() -> find(subject, schema).orElseThrow(() -> missing(key)))
        : known;
  }

  /**
   * The id of a schema under a subject; empty if the registry does not hold it. Does not wait.
   *
   * @throws RegistryException if the registry does not answer
   */
  public OptionalInt find(String subject, Schema schema) {
    // normalized: white space and documentation make no other schema
    String path = "/subjects/" + subject + "?normalize=true";
    return http.post(path, body(schema)).map(answer -> remembered(subject, schema, answer)).stream()
        .mapToInt(Integer::intValue)
        .findFirst();
  }

  /**
   * Registers a schema; nothing changes where it is there. Does not wait.
   *
   * @return its id
   * @throws RegistryException if the registry does not answer or refuses it
   */
  public int register(String subject, Schema schema) {
    return http.post("/subjects/" + subject + "/versions", body(schema))
        .map(answer -> remembered(subject, schema, answer))
        .orElseThrow(() -> new RegistryException("the schema registry takes no " + subject));
  }

  /** Ends all waiting: what is waited for fails. What needs no waiting goes on. */
  @Override
  public void close() {
    closed.countDown();
  }

  private int remembered(String subject, Schema schema, JsonNode answer) {
    if (!answer.path("id").isInt()) {
      throw new RegistryException(
          "the schema registry " + http.address() + " answers without an id for " + subject);
    }
    int id = answer.get("id").intValue();
    ids.put(new Subject(subject, schema), id);
    return id;
  }

  private RegistryException missing(Subject subject) {
    return new RegistryException(
        "the schema registry "
            + http.address()
            + " does not hold this version's "
            + subject.schema().getName()
            + " under "
            + subject.name()
            + ": icr schemas --register");
  }

  private static ObjectNode body(Schema schema) {
    return JsonNodeFactory.instance.objectNode().put("schema", PlainSchema.text(schema));
  }

  private <T> T patiently(Supplier<T> question) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(waitSeconds);
    boolean told = false;
    for (long pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        T answer = question.get();
        if (told) {
          LOG.warn("the schema registry {} answers again", http.address());
        }
        return answer;
      } catch (RegistryException e) {
        if (!told) {
          LOG.warn(
              "{}; the record waits, asking again for up to {} s", e.getMessage(), waitSeconds);
          told = true;
        }
        if (System.nanoTime() - end > 0 || isClosedWithin(pause)) {
          throw e;
        }
      }
    }
  }

  private boolean isClosedWithin(long milliseconds) {
    try {
      return closed.await(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
