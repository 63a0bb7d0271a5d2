package dev.icrstreams.wire.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.SchemaRegistryKeys;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Questions to a registry, one HTTP request each. What it does not have is told apart from what it
 * did not answer. Threads may share it.
 */
final class RegistryHttp {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final String TYPE = "application/vnd.schemaregistry.v1+json";
  private static final int SHOWN = 200;

  /** No such subject, no such version, no such schema. */
  private static final Set<Integer> MISSING = Set.of(40401, 40402, 40403);

  private final HttpClient client;
  private final String address;
  private final String authorization;

  RegistryHttp(Config config) {
    this.client = HttpClients.of(config, TIMEOUT);
    this.address = config.get(SchemaRegistryKeys.URL);
    String user = config.get(SchemaRegistryKeys.USER);
    String login = user + ":" + config.get(SchemaRegistryKeys.PASSWORD);
    this.authorization =
        user.isEmpty()
            ? ""
            : "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  String address() {
    return address;
  }

  /**
   * What is at a path; empty if the registry says that it has no such thing.
   *
   * @throws RegistryException if it does not say, or anything else
   */
  Optional<JsonNode> get(String path) {
    return answer("GET " + path, request(path).GET().build());
  }

  /** The answer to something that is sent to a path; the same. */
  Optional<JsonNode> post(String path, JsonNode body) {
    HttpRequest request =
        request(path)
            .header("Content-Type", TYPE)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    return answer("POST " + path, request);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).header("Accept", TYPE);
    return authorization.isEmpty() ? request : request.header("Authorization", authorization);
  }

  private Optional<JsonNode> answer(String question, HttpRequest request) {
    HttpResponse<String> response = send(request);
    JsonNode body = json(response.body());
    if (response.statusCode() == 200 && body.isObject()) {
      return Optional.of(body);
    }
    // a bare 404 comes from whatever else listens there, and says nothing of schemas
    if (response.statusCode() == 404 && MISSING.contains(body.path("error_code").asInt())) {
      return Optional.empty();
    }
    String why = body.path("message").asText(response.body()).strip().replaceAll("\\s+", " ");
    throw new RegistryException(
        "the schema registry "
            + address
            + " answers "
            + response.statusCode()
            + " to "
            + question
            + (why.isEmpty() ? "" : ": " + why.substring(0, Math.min(SHOWN, why.length()))));
  }

  private HttpResponse<String> send(HttpRequest request) {
    CompletableFuture<HttpResponse<String>> response =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      return response.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new RegistryException(
          "the schema registry " + address + " does not answer: " + e.getCause(), e);
    } catch (TimeoutException e) {
      response.cancel(true);
      throw new RegistryException(
          "the schema registry " + address + " does not answer within " + TIMEOUT, e);
    } catch (InterruptedException e) {
      response.cancel(true);
      Thread.currentThread().interrupt();
      throw new RegistryException("interrupted while asking the schema registry " + address, e);
    }
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
