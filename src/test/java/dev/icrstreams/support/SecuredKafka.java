package dev.icrstreams.support;

import dev.icrstreams.broker.BrokerOptions;
import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.wire.RecordSizes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/**
 * A broker in this JVM that speaks TLS only, asks for passwords by SCRAM-SHA-512, and grants what
 * it is told by Kafka's own authorizer. Its administrator comes by SASL PLAIN, because a SCRAM
 * password is set by somebody who is logged in.
 */
public final class SecuredKafka implements AutoCloseable {
  /** The user of all tests but the administrator's part. */
  public static final String USER = "icr";

  /** That user's password. */
  public static final String PASSWORD = "pa55-of-the-service";

  private static final String ADMIN_PASSWORD = "pa55-of-the-administrator";

  private final KeyStores stores;
  private final Optional<KeyStores> client;
  private final EmbeddedKafka kafka;
  private final Admin admin;

  private SecuredKafka(KeyStores stores, Optional<KeyStores> client, EmbeddedKafka kafka) {
    this.stores = stores;
    this.client = client;
    this.kafka = kafka;
    this.admin = admin();
  }

  /** A broker whose certificate is for 127.0.0.1 and lies, for clients, under this password. */
  public static SecuredKafka start(Path folder, String storePassword)
      throws ExecutionException, InterruptedException {
    KeyStores stores = KeyStores.make(folder, "broker", storePassword);
    return start(stores, stores.trust(), Optional.empty());
  }

  /** The same, and clients have to show a certificate, which {@link #clientKey} holds. */
  public static SecuredKafka startMutual(Path folder, String storePassword)
      throws ExecutionException, InterruptedException {
    KeyStores stores = KeyStores.make(folder, "broker", storePassword);
    KeyStores client = KeyStores.make(folder, "client", storePassword);
    // the broker is a client of its own
    Path trusted = KeyStores.trusting(stores, client, folder.resolve("clients-trust.p12"));
    return start(stores, trusted, Optional.of(client));
  }

  private static SecuredKafka start(KeyStores stores, Path trusted, Optional<KeyStores> client)
      throws ExecutionException, InterruptedException {
    String listener = "listener.name.plaintext.";
    BrokerOptions options =
        BrokerOptions.defaults()
            .withMaxRecordBytes(RecordSizes.largestOutput(Config.defaults()))
            .withProperty(
                "listener.security.protocol.map", "PLAINTEXT:SASL_SSL,CONTROLLER:PLAINTEXT")
            .withProperty("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512")
            .withProperty("sasl.mechanism.inter.broker.protocol", "PLAIN")
            .withProperty(
                listener + "plain.sasl.jaas.config",
                login("plain.Plain", "admin", ADMIN_PASSWORD).replace(";", "")
                    + " user_admin=\""
                    + ADMIN_PASSWORD
                    + "\";")
            .withProperty(
                listener + "scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;")
            .withProperty(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
            .withProperty(listener + "ssl.client.auth", client.isPresent() ? "required" : "none")
            .withProperty("super.users", "User:admin;User:ANONYMOUS");
    for (String kind : List.of("keystore", "truststore")) {
      Path file = kind.equals("keystore") ? stores.key() : trusted;
      options =
          options
              .withProperty(listener + "ssl." + kind + ".location", file.toString())
              .withProperty(listener + "ssl." + kind + ".password", stores.password())
              .withProperty(listener + "ssl." + kind + ".type", "PKCS12");
    }
    SecuredKafka secured = new SecuredKafka(stores, client, EmbeddedKafka.start(options));
    secured.addUser();
    return secured;
  }

  /** Host and port, as the certificate names them. */
  public String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  /** The file that trusts the broker. */
  public Path trust() {
    return stores.trust();
  }

  /** The file with the key and certificate that a client has to show. */
  public Path clientKey() {
    return client.orElseThrow().key();
  }

  /** For somebody who may do everything, with topics and ids that begin with a name. */
  public Config administrator(String name) {
    return config(name, "PLAIN", login("plain.Plain", "admin", ADMIN_PASSWORD));
  }

  /** For the user, who may do what was granted. */
  public Config user(String name) {
    return config(name, "SCRAM-SHA-512", jaas(PASSWORD));
  }

  /** How the user logs in with a password. */
  public static String jaas(String password) {
    return login("scram.Scram", USER, password);
  }

  /** Grants rights, and returns when they count. */
  public void grant(Collection<AclBinding> rights) throws ExecutionException, InterruptedException {
    admin.createAcls(rights).all().get();
    while (!admin.describeAcls(AclBindingFilter.ANY).values().get().containsAll(rights)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Takes a right away, and returns when it counts no more. */
  public void revoke(AclBinding right) throws ExecutionException, InterruptedException {
    admin.deleteAcls(List.of(right.toFilter())).all().get();
    while (admin.describeAcls(AclBindingFilter.ANY).values().get().contains(right)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Makes a topic of one partition. */
  public void createTopic(String name) throws ExecutionException, InterruptedException {
    admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
    kafka.close();
  }

  private void addUser() throws ExecutionException, InterruptedException {
    admin
        .alterUserScramCredentials(
            List.of(
                new UserScramCredentialUpsertion(
                    USER, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), PASSWORD)))
        .all()
        .get();
    while (!admin.describeUserScramCredentials().users().get().contains(USER)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private Admin admin() {
    Config config = administrator("any");
    Map<String, Object> properties = new HashMap<>(config.kafka());
    properties.put("bootstrap.servers", bootstrapServers());
    client.ifPresent(
        own -> {
          properties.put("ssl.keystore.location", own.key().toString());
          properties.put("ssl.keystore.password", own.password());
        });
    return Admin.create(properties);
  }

  private Config config(String name, String mechanism, String jaas) {
    return ReadSamples.CONFIG
        .with(Keys.BOOTSTRAP_SERVERS, bootstrapServers())
        .with(Keys.TOPIC_PARTITIONS, "2")
        .with(Keys.APPLICATION_ID, name)
        .with(Keys.SCANNED_FIELDS, name + ".scanned-fields")
        .with(Keys.RECOGNIZED_NUMBERS, name + ".recognized-numbers")
        .with(Keys.REVIEW_ITEMS, name + ".review-items")
        .with(Keys.REJECTED_FIELDS, name + ".rejected-fields")
        .with(Keys.CORRECTIONS, name + ".corrections")
        .with(
            Map.of(
                "icr.kafka.security.protocol",
                "SASL_SSL",
                "icr.kafka.sasl.mechanism",
                mechanism,
                "icr.kafka.sasl.jaas.config",
                jaas,
                "icr.kafka.ssl.truststore.location",
                stores.trust().toString(),
                "icr.kafka.ssl.truststore.password",
                stores.password(),
                "icr.kafka.ssl.truststore.type",
                "PKCS12"),
            "test");
  }

  private static String login(String module, String user, String password) {
    return "org.apache.kafka.common.security."
        + module
        + "LoginModule required username=\""
        + user
        + "\" password=\""
        + password
        + "\";";
  }
}
