package dev.icrstreams.wire.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.kafka.common.errors.SerializationException;

/** Fetches schemas that records were written with, and those that they refer to. */
final class WriterSchemas {
  private static final int MOST_REFERENCES = 100;

  private final RegistryHttp http;

  WriterSchemas(RegistryHttp http) {
    this.http = http;
  }

  /**
   * The schema of an id.
   *
   * @throws SerializationException if the registry says that there is none, or none of Avro
   * @throws RegistryException if it does not answer
   */
  Schema fetch(int id) {
    JsonNode answer =
        http.get("/schemas/ids/" + id)
            .orElseThrow(
                () -> new SerializationException("the schema registry has no schema " + id));
    if (!answer.path("schemaType").asText("AVRO").equals("AVRO")) {
      throw new SerializationException("the registry's schema " + id + " is none of Avro");
    }
    try {
      SchemaParser parser = new SchemaParser();
      parseReferences(answer, parser, new HashSet<>());
      return parser.parse(answer.path("schema").asText()).mainSchema();
    } catch (AvroRuntimeException e) {
      throw new SerializationException("the registry's schema " + id + " cannot be parsed", e);
    }
  }

  private void parseReferences(JsonNode answer, SchemaParser parser, Set<String> seen) {
    for (JsonNode reference : answer.path("references")) {
      String path =
          "/subjects/"
              + reference.path("subject").asText()
              + "/versions/"
              + reference.path("version").asInt();
      if (seen.size() < MOST_REFERENCES && seen.add(path)) {
        Optional<JsonNode> referred = http.get(path);
        if (referred.isEmpty()) {
          throw new SerializationException("the registry has no " + path + ", referred to");
        }
        parseReferences(referred.get(), parser, seen);
        parser.parse(referred.get().path("schema").asText());
      }
    }
  }
}
