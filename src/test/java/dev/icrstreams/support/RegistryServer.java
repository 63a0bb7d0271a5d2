package dev.icrstreams.support;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Apicurio Registry in a process of its own, which keeps what it knows when it is stopped
 * and started; one for all tests. For one thread.
 */
public final class RegistryServer {
  private static final Path PROGRAM = Path.of("target", "apicurio");
  private static final long START_SECONDS = 120;
  private static RegistryServer shared;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path folder;
  private final int port;
  private Process process;

  private RegistryServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** The one that tests share, started. */
  public static synchronized RegistryServer running() {
    try {
      if (shared == null) {
        shared = new RegistryServer(Files.createTempDirectory("icr-registry-"), freePort());
        Runtime.getRuntime().addShutdownHook(new Thread(shared::kill));
      }
      if (shared.process == null) {
        shared.start();
      }
      return shared;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where its API for Confluent's clients is. */
  public String url() {
    return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
  }

  /** Stops it, as an operator would. */
  public void stop() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process = null;
  }

  /** Starts it again, with all it knew. */
  public void start() {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx384m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            program().toString());
    builder
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "APICURIO_STORAGE_KIND", "sql",
                "APICURIO_STORAGE_SQL_KIND", "h2",
                "APICURIO_DATASOURCE_URL", "jdbc:h2:file:" + folder.resolve("schemas")));
    builder.redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("log").toFile());
    process = ChildJvm.start(builder);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("the registry does not start: " + folder.resolve("log"));
      }
      sleep();
    }
  }

  /** Registers a schema as another producer would; its id. */
  public int register(String subject, String schema) {
    String body = JsonNodeFactory.instance.objectNode().put("schema", schema).toString();
    return post("/subjects/" + subject + "/versions", body);
  }

  /** Sends JSON and takes the id in the answer. */
  public int post(String path, String body) {
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(URI.create(url() + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    String id = response.body().replaceAll(".*\"id\":(\\d+).*", "$1");
    if (response.statusCode() != 200) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return Integer.parseInt(id);
  }

  /** What is at a path. */
  public String get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url() + path)).build()).body();
  }

  private boolean answers() {
    try {
      return client
              .send(
                  HttpRequest.newBuilder(URI.create(url() + "/subjects")).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path program() {
    try (Stream<Path> files = Files.list(PROGRAM)) {
      return files
          .filter(file -> file.toString().endsWith("-runner.jar"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "mvn generate-test-resources puts the registry into " + PROGRAM, e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void kill() {
    if (process != null) {
      process.destroyForcibly();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      System.err.println("cannot delete " + folder + ": " + e);
    }
  }
}
