package dev.icrstreams.monitor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pages over HTTP, to be read only. Threads may share it. */
final class HttpEndpoint implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpEndpoint.class);
  private static final int THREADS = 2;
  private static final String PLAIN = "text/plain; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService threads;
  private final Map<String, Supplier<Page>> pages;

  /** An answer. */
  record Page(int status, String type, String text) {
    static Page plain(int status, String text) {
      return new Page(status, PLAIN, text);
    }
  }

  private HttpEndpoint(HttpServer server, Map<String, Supplier<Page>> pages) {
    this.server = server;
    this.pages = pages;
    this.threads =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "icr-http");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Listens; 0 is a free port.
   *
   * @throws UncheckedIOException if it cannot; the message names the address
   */
  static HttpEndpoint start(String host, int port, Map<String, Supplier<Page>> pages) {
    // seconds: who sends or reads too slowly must not hold one of the few threads
    System.getProperties().putIfAbsent("sun.net.httpserver.maxReqTime", "10");
    System.getProperties().putIfAbsent("sun.net.httpserver.maxRspTime", "10");
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
      HttpEndpoint endpoint = new HttpEndpoint(server, Map.copyOf(pages));
      server.createContext("/", endpoint::answer);
      server.setExecutor(endpoint.threads);
      server.start();
      return endpoint;
    } catch (IOException | IllegalArgumentException e) {
      throw new UncheckedIOException(
          "cannot listen on " + host + ":" + port + ": " + e.getMessage(), new IOException(e));
    }
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Page page = page(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
      byte[] body = page.text().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", page.type());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(page.status(), head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Page page(String method, String path) {
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return Page.plain(405, "only GET\n");
    }
    Supplier<Page> page = pages.get(path);
    if (page == null) {
      return Page.plain(
          404, "there is: " + String.join(" ", pages.keySet().stream().sorted().toList()) + "\n");
    }
    try {
      return page.get();
    } catch (RuntimeException e) {
      LOG.warn("cannot answer {}", path, e);
      return Page.plain(500, e.getClass().getName() + "\n");
    }
  }
}
