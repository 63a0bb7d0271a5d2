package dev.icrstreams.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Fetches MNIST's four files from its public mirrors. Each is checked, packed and unpacked, against
 * the SHA-256 of the files that LeCun, Cortes and Burges published. For one thread.
 */
public final class MnistMirror {
  private static final List<URI> MIRRORS =
      List.of(
          URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
          URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"));

  /** Of each file as it is fetched, and as it is inside. */
  private static final Map<String, List<String>> HASHES =
      new TreeMap<>(
          Map.of(
              "train-images-idx3-ubyte",
              List.of(
                  "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
                  "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
              "train-labels-idx1-ubyte",
              List.of(
                  "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
                  "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
              "t10k-images-idx3-ubyte",
              List.of(
                  "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
                  "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
              "t10k-labels-idx1-ubyte",
              List.of(
                  "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
                  "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")));

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<URI> mirrors;
  private final Map<String, List<String>> hashes;

  /** The public mirrors. */
  public MnistMirror() {
    this(MIRRORS, HASHES);
  }

  /**
   * Mirrors of the caller's own.
   *
   * @param mirrors folders, to be tried in this order
   * @param hashes SHA-256 of each file by its name, gzipped and plain
   */
  MnistMirror(List<URI> mirrors, Map<String, List<String>> hashes) {
    this.mirrors = List.copyOf(mirrors);
    this.hashes = hashes;
  }

  /** Whether a folder is absent or empty, so that MNIST may be put there. */
  public static boolean isWanted(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  /**
   * Fetches the four files, gzipped, into a folder, which is made if need be.
   *
   * @param progress is told in a line what is being done
   * @throws IOException if no mirror can be reached or what comes is not MNIST; the message is one
   *     line that says where else to get the files
   */
  public void fetch(Path folder, Consumer<String> progress)
      throws IOException, InterruptedException {
    IOException last = null;
    for (URI mirror : mirrors) {
      try {
        for (String name : hashes.keySet()) {
          fetch(mirror, name, folder, progress);
        }
        return;
      } catch (IOException e) {
        last = e;
      }
    }
    throw new IOException(
        String.format("MNIST could not be fetched (%s). %s", reason(last), IdxFiles.WHERE), last);
  }

  private void fetch(URI mirror, String name, Path folder, Consumer<String> progress)
      throws IOException, InterruptedException {
    Path file = folder.resolve(name + ".gz");
    if (Files.exists(file)) {
      return;
    }
    URI from = mirror.resolve(name + ".gz");
    progress.accept("fetching " + from);
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    HttpRequest request = HttpRequest.newBuilder(from).timeout(Duration.ofMinutes(10)).build();
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException(from + " answers " + response.statusCode());
    }
    check(from.toString(), hashes.get(name).get(0), response.body());
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      check(from + ", unpacked,", hashes.get(name).get(1), in.readAllBytes());
    }
    Files.createDirectories(folder);
    Path part = folder.resolve(name + ".part");
    Files.write(part, response.body());
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void check(String what, String expected, byte[] content) throws IOException {
    String found = Sha256.of(content);
    if (!found.equals(expected)) {
      throw new IOException(what + " has SHA-256 " + found + ", not " + expected);
    }
  }

  private static String reason(IOException e) {
    String message = e.getMessage() == null ? "" : ": " + e.getMessage();
    return e.getClass() == IOException.class && !message.isEmpty()
        ? message.substring(2)
        : e.getClass().getSimpleName() + message;
  }
}
