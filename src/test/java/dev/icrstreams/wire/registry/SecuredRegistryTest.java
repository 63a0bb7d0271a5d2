package dev.icrstreams.wire.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.config.Keys;
import dev.icrstreams.config.SchemaRegistryKeys;
import dev.icrstreams.support.RegistryServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real registry behind a gate that speaks TLS, wants a certificate of whoever comes, a user name
 * and a password.
 */
class SecuredRegistryTest {
  private static final String SECRET = "changeit";

  @TempDir static Path folder;
  private static HttpsServer gate;
  private static RegistryServer server;

  @BeforeAll
  static void start() throws Exception {
    server = RegistryServer.running();
    Path store = folder.resolve("gate.p12");
    keytool(
        "-genkeypair",
        "-keystore",
        store.toString(),
        "-storepass",
        SECRET,
        "-alias",
        "gate",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1");
    Path certificate = folder.resolve("gate.pem");
    keytool(
        "-exportcert",
        "-rfc",
        "-keystore",
        store.toString(),
        "-storepass",
        SECRET,
        "-alias",
        "gate",
        "-file",
        certificate.toString());
    keytool(
        "-importcert",
        "-noprompt",
        "-keystore",
        folder.resolve("trust.p12").toString(),
        "-storepass",
        SECRET,
        "-alias",
        "gate",
        "-file",
        certificate.toString());
    gate = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gate.setHttpsConfigurator(wantingCertificates(context(store)));
    gate.createContext("/", SecuredRegistryTest::forward)
        .setAuthenticator(
            new BasicAuthenticator("registry") {
              @Override
              public boolean checkCredentials(String user, String password) {
                return user.equals("icr") && password.equals("s3cret");
              }
            });
    gate.start();
  }

  @AfterAll
  static void stop() {
    gate.stop(0);
  }

  @Test
  void answersWhoShowsItsCertificateAndPassword() {
    Config config = config();
    var schemas = new RegisteredSchemas(config, new SchemaRegistry(config));
    assertTrue(schemas.states().stream().allMatch(state -> state.id().isEmpty()));
    assertTrue(schemas.register().stream().allMatch(RegisteredSchemas.State::made));
    assertTrue(schemas.states().stream().allMatch(state -> state.id().isPresent()));
    schemas.require();
  }

  @Test
  void tellsWhatIsWrongWithPasswordOrCertificateAndNoSecret() {
    var refused = refusal(config().with(SchemaRegistryKeys.PASSWORD, "gu3ss"));
    assertTrue(refused.contains(" 401 "), refused);
    assertTrue(!refused.contains("gu3ss"), refused);
    String sent = Base64.getEncoder().encodeToString("icr:gu3ss".getBytes(StandardCharsets.UTF_8));
    assertTrue(!refused.contains(sent), refused);
    String untrusted = refusal(config().with(SchemaRegistryKeys.TRUSTSTORE, ""));
    assertTrue(untrusted.contains("SSLHandshakeException"), untrusted);
    String unknown = refusal(config().with(SchemaRegistryKeys.KEYSTORE, ""));
    assertTrue(unknown.contains("does not answer"), unknown);
    var unreadable =
        assertThrows(
            ConfigException.class,
            () -> new SchemaRegistry(config().with(SchemaRegistryKeys.KEYSTORE, "/nowhere.p12")));
    assertTrue(unreadable.getMessage().startsWith("icr.schema.registry.keystore.path=/nowhere"));
  }

  private static String refusal(Config config) {
    var schemas = new RegisteredSchemas(config, new SchemaRegistry(config));
    return assertThrows(RegistryException.class, schemas::states).getMessage();
  }

  private static Config config() {
    return Config.defaults()
        .with(
            SchemaRegistryKeys.URL,
            "https://localhost:" + gate.getAddress().getPort() + "/apis/ccompat/v7/")
        .with(SchemaRegistryKeys.USER, "icr")
        .with(SchemaRegistryKeys.PASSWORD, "s3cret")
        .with(SchemaRegistryKeys.TRUSTSTORE, folder.resolve("trust.p12").toString())
        .with(SchemaRegistryKeys.TRUSTSTORE_PASSWORD, SECRET)
        .with(SchemaRegistryKeys.KEYSTORE, folder.resolve("gate.p12").toString())
        .with(SchemaRegistryKeys.KEYSTORE_PASSWORD, SECRET)
        .with(Keys.SCANNED_FIELDS, "secured.fields")
        .with(Keys.RECOGNIZED_NUMBERS, "secured.numbers")
        .with(Keys.REVIEW_ITEMS, "secured.items")
        .with(Keys.CORRECTIONS, "secured.corrections");
  }

  private static void forward(HttpExchange exchange) throws IOException {
    URI to = URI.create(server.url()).resolve(exchange.getRequestURI().toString());
    byte[] body = exchange.getRequestBody().readAllBytes();
    try {
      HttpResponse<byte[]> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(to)
                      .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                      .method(
                          exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
                      .build(),
                  HttpResponse.BodyHandlers.ofByteArray());
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
      exchange.close();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static HttpsConfigurator wantingCertificates(SSLContext context) {
    return new HttpsConfigurator(context) {
      @Override
      public void configure(HttpsParameters parameters) {
        SSLParameters ssl = context.getDefaultSSLParameters();
        ssl.setNeedClientAuth(true);
        parameters.setSSLParameters(ssl);
      }
    };
  }

  private static SSLContext context(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, SECRET.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("trust.p12"))) {
      trusted.load(in, SECRET.toCharArray());
    }
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, SECRET.toCharArray());
    var others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    others.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), others.getTrustManagers(), null);
    return context;
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of(arguments));
    command.add(0, Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertEquals(0, process.waitFor(), () -> "see " + folder.resolve("keytool.log"));
  }
}
