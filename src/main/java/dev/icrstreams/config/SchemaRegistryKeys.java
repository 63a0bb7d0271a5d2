package dev.icrstreams.config;

import java.util.List;

/** The keys of the schema registry. Their names are public API. */
public final class SchemaRegistryKeys {
  private static final String PREFIX = "icr.schema.registry.";
  private static final String STORE = "a PKCS12 or JKS file; empty: none";

  /** Where it is. */
  public static final Key<String> URL =
      new Key<>(
          PREFIX + "url",
          "",
          "an http or https address without user name and query; empty: no registry",
          "A schema registry with Confluent's API (version 7), its path included: for Apicurio"
              + " http://HOST:8080/apis/ccompat/v7. With it Avro values are in Confluent's wire"
              + " format (a zero, the schema's id, the data), without it in Avro's single-object"
              + " encoding.",
          Values::httpAddress);

  /** Whether the service may register its schemas. */
  public static final Key<Boolean> AUTO_REGISTER =
      new Key<>(
          PREFIX + "auto-register",
          "false",
          "true or false",
          "Whether the start registers schemas that are missing; otherwise it ends with exit code 3"
              + " and names them, and 'icr schemas --register' registers them.",
          Values::truth);

  /** How long to wait for it. */
  public static final Key<Integer> WAIT_SECONDS =
      new Key<>(
          PREFIX + "wait-seconds",
          "120",
          "a whole number from 1 to 240",
          "How long a stream thread asks again for a schema that it does not know yet while the"
              + " registry does not answer; then a new thread takes its place and goes on asking."
              + " Must stay below Kafka's max.poll.interval.ms (five minutes).",
          Values.integer(1, 240));

  /** User name. */
  public static final Key<String> USER =
      text("user", "a name; empty: none", "The user name for the registry (HTTP basic).");

  /** Password. */
  public static final Key<String> PASSWORD =
      text("password", "a password", "That user's password.");

  /** Whom to trust. */
  public static final Key<String> TRUSTSTORE =
      text(
          "truststore.path",
          STORE,
          "Certificates that the registry's must lead to, in place of those that Java trusts.");

  /** Its password. */
  public static final Key<String> TRUSTSTORE_PASSWORD =
      text("truststore.password", "a password; empty: none", "The password of that file.");

  /** Who we are. */
  public static final Key<String> KEYSTORE =
      text("keystore.path", STORE, "Certificate and key to show to the registry.");

  /** Its password. */
  public static final Key<String> KEYSTORE_PASSWORD =
      text("keystore.password", "a password", "The password of that file and its key.");

  static final List<Key<?>> ALL =
      List.of(
          URL,
          AUTO_REGISTER,
          WAIT_SECONDS,
          USER,
          PASSWORD,
          TRUSTSTORE,
          TRUSTSTORE_PASSWORD,
          KEYSTORE,
          KEYSTORE_PASSWORD);

  private SchemaRegistryKeys() {}

  private static Key<String> text(String name, String range, String meaning) {
    return new Key<>(PREFIX + name, "", range, meaning, text -> text);
  }
}
