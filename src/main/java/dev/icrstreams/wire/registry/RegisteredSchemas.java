package dev.icrstreams.wire.registry;

import dev.icrstreams.avro.Correction;
import dev.icrstreams.avro.RecognizedNumber;
import dev.icrstreams.avro.ReviewItem;
import dev.icrstreams.avro.ScannedField;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Key;
import dev.icrstreams.config.Keys;
import dev.icrstreams.config.SchemaRegistryKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** The project's schemas in a registry, a subject for each topic. Threads may share it. */
public final class RegisteredSchemas {
  private static final List<Wanted> ALL =
      List.of(
          new Wanted(Keys.SCANNED_FIELDS, ScannedField.getClassSchema(), false),
          new Wanted(Keys.RECOGNIZED_NUMBERS, RecognizedNumber.getClassSchema(), true),
          new Wanted(Keys.REVIEW_ITEMS, ReviewItem.getClassSchema(), true),
          new Wanted(Keys.CORRECTIONS, Correction.getClassSchema(), false));

  private final Config config;
  private final SchemaRegistry registry;

  /** Those of the topics of this configuration. */
  public RegisteredSchemas(Config config, SchemaRegistry registry) {
    this.config = config;
    this.registry = registry;
  }

  private record Wanted(Key<String> topic, Schema schema, boolean written) {}

  /**
   * A schema and whether the registry holds it.
   *
   * @param subject the topic's
   * @param schema the schema's full name
   * @param id empty if it is missing
   * @param made whether it was registered now
   */
  public record State(String subject, String schema, OptionalInt id, boolean made) {}

  /**
   * All schemas as the registry has them.
   *
   * @throws RegistryException if it does not answer
   */
  public List<State> states() {
    return ALL.stream().map(this::state).toList();
  }

  /**
   * Registers what is missing.
   *
   * @throws RegistryException if the registry does not answer or refuses a schema
   */
  public List<State> register() {
    return ALL.stream().map(this::registered).toList();
  }

  /**
   * Sees to it that what the service writes can be written.
   *
   * @throws RegistryException if a schema is missing and may not be registered, or the registry
   *     does not answer
   */
  public void require() {
    boolean mayRegister = config.get(SchemaRegistryKeys.AUTO_REGISTER);
    List<State> missing = new ArrayList<>();
    for (Wanted wanted : ALL) {
      if (wanted.written()) {
        State state = mayRegister ? registered(wanted) : state(wanted);
        if (state.id().isEmpty()) {
          missing.add(state);
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new RegistryException(
          "the schema registry "
              + config.get(SchemaRegistryKeys.URL)
              + " lacks "
              + missing.stream()
                  .map(state -> "this version's " + state.schema() + " under " + state.subject())
                  .collect(Collectors.joining(" and "))
              + ": 'icr schemas --register' registers them, or "
              + SchemaRegistryKeys.AUTO_REGISTER.name()
              + "=true");
    }
  }

  private State registered(Wanted wanted) {
    State state = state(wanted);
    return state.id().isPresent()
        ? state
        : new State(
            state.subject(),
            state.schema(),
            OptionalInt.of(registry.register(state.subject(), wanted.schema())),
            true);
  }

  private State state(Wanted wanted) {
    String subject = SchemaRegistry.subject(config.get(wanted.topic()));
    return new State(
        subject, wanted.schema().getFullName(), registry.find(subject, wanted.schema()), false);
  }
}
