package dev.icrstreams.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistMirrorTest {
  private static final byte[] PLAIN = "not really digits".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private HttpServer server;
  private byte[] packed;
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void serve() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(PLAIN);
    }
    packed = bytes.toByteArray();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          boolean known = path.startsWith("/mnist/");
          exchange.sendResponseHeaders(known ? 200 : 404, known ? packed.length : -1);
          if (known) {
            exchange.getResponseBody().write(packed);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void fetchesWhatIsNotThereYetAndOnlyThat() throws Exception {
    MnistMirror mirror = mirror(List.of(uri("/mnist/")), sha256(packed), sha256(PLAIN));
    mirror.fetch(folder, line -> {});
    assertTrue(Files.exists(folder.resolve("train-labels-idx1-ubyte.gz")));
    assertFalse(MnistMirror.isWanted(folder));
    mirror.fetch(folder, line -> {});
    assertEquals(List.of("/mnist/train-labels-idx1-ubyte.gz"), asked);
  }

  @Test
  void goesToTheNextMirrorIfOneFails() throws Exception {
    mirror(List.of(uri("/gone/"), uri("/mnist/")), sha256(packed), sha256(PLAIN))
        .fetch(folder, line -> {});
    assertEquals(2, asked.size());
    assertTrue(Files.exists(folder.resolve("train-labels-idx1-ubyte.gz")));
  }

  @Test
  void keepsNothingThatIsNotMnist() {
    String wrong = "0".repeat(64);
    for (List<String> hashes :
        List.of(List.of(wrong, sha256(PLAIN)), List.of(sha256(packed), wrong))) {
      MnistMirror mirror = mirror(List.of(uri("/mnist/")), hashes.get(0), hashes.get(1));
      IOException e = assertThrows(IOException.class, () -> mirror.fetch(folder, line -> {}));
      assertTrue(e.getMessage().contains("SHA-256"), e.getMessage());
      assertFalse(Files.exists(folder.resolve("train-labels-idx1-ubyte.gz")));
    }
  }

  @Test
  void saysInOneLineWhereElseToGetTheFiles() {
    URI closed = uri("/mnist/");
    server.stop(0);
    IOException e =
        assertThrows(
            IOException.class, () -> mirror(List.of(closed), "", "").fetch(folder, line -> {}));
    assertEquals(1, e.getMessage().lines().count());
    assertTrue(e.getMessage().contains("ConnectException"), e.getMessage());
    assertTrue(e.getMessage().contains(IdxFiles.WHERE), e.getMessage());
  }

  @Test
  void isWantedInAnEmptyOrAbsentFolderAlone() throws IOException {
    assertTrue(MnistMirror.isWanted(folder));
    assertTrue(MnistMirror.isWanted(folder.resolve("absent")));
    Path file = Files.writeString(folder.resolve("file"), "");
    assertFalse(MnistMirror.isWanted(folder));
    assertFalse(MnistMirror.isWanted(file));
  }

  private static MnistMirror mirror(List<URI> mirrors, String gzipped, String plain) {
    return new MnistMirror(mirrors, Map.of("train-labels-idx1-ubyte", List.of(gzipped, plain)));
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
