package dev.icrstreams.wire.registry;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.config.Key;
import dev.icrstreams.config.SchemaRegistryKeys;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** HTTP clients that trust and show the configured certificates. */
final class HttpClients {
  private HttpClients() {}

  /**
   * A client for the configured registry.
   *
   * @throws ConfigException if a key store cannot be used
   */
  static HttpClient of(Config config, Duration connectTimeout) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            // an upgrade to HTTP/2 would cost a round trip and win nothing
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectTimeout);
    boolean trust = !config.get(SchemaRegistryKeys.TRUSTSTORE).isEmpty();
    boolean show = !config.get(SchemaRegistryKeys.KEYSTORE).isEmpty();
    if (!trust && !show) {
      return builder.build();
    }
    try {
      TrustManagerFactory trusted =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      // null: what Java trusts
      trusted.init(
          trust
              ? store(config, SchemaRegistryKeys.TRUSTSTORE, SchemaRegistryKeys.TRUSTSTORE_PASSWORD)
              : null);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(show ? keys(config).getKeyManagers() : null, trusted.getTrustManagers(), null);
      return builder.sslContext(context).build();
    } catch (GeneralSecurityException e) {
      throw new ConfigException("the schema registry's certificates cannot be used: " + e);
    }
  }

  private static KeyManagerFactory keys(Config config) throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(
        store(config, SchemaRegistryKeys.KEYSTORE, SchemaRegistryKeys.KEYSTORE_PASSWORD),
        config.get(SchemaRegistryKeys.KEYSTORE_PASSWORD).toCharArray());
    return keys;
  }

  /** Java's PKCS12 store reads JKS too. */
  private static KeyStore store(Config config, Key<String> path, Key<String> password)
      throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    String secret = config.get(password);
    try (InputStream in = Files.newInputStream(Path.of(config.get(path)))) {
      store.load(in, secret.isEmpty() ? null : secret.toCharArray());
      return store;
    } catch (IOException e) {
      throw new ConfigException(path.name() + "=" + config.get(path) + " cannot be used: " + e);
    }
  }
}
