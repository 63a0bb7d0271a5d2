package dev.icrstreams.wire;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;

/** Schemas that refer to each other by name, one a file. For one thread. */
final class SchemaSet {
  private final Map<String, String> texts;
  private final Set<String> begun = new HashSet<>();
  private final SchemaParser parser = new SchemaParser();

  private SchemaSet(Map<String, String> texts) {
    this.texts = texts;
  }

  /**
   * The schemas in these texts, in the order of their names, after what each refers to.
   *
   * @param texts the schemas in JSON by their names
   */
  static List<Schema> parse(Map<String, String> texts) {
    SchemaSet set = new SchemaSet(texts);
    texts.keySet().stream().sorted().forEach(set::parse);
    return set.parser.getParsedNamedSchemas();
  }

  /** Avro checks a default against its type, so what is referred to must be known before. */
  private void parse(String name) {
    if (begun.add(name)) {
      String text = texts.get(name);
      texts.keySet().stream()
          .filter(other -> text.contains('"' + other + '"'))
          .sorted()
          .forEach(this::parse);
      parser.parse(text);
    }
  }
}
