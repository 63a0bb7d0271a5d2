package dev.icrstreams.train.tune;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The trials so far, a line each, so that a search that was broken off goes on where it was. The
 * first line says what is searched; another search does not go on with it. For one thread.
 */
public final class TrialLog implements AutoCloseable {
  /** The file's name. */
  public static final String FILE = "trials.jsonl";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final FileChannel channel;
  private final List<Outcome> outcomes = new ArrayList<>();

  private TrialLog(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens the log in a folder, or begins one.
   *
   * @param search all that the trials' outcomes follow from
   * @throws IOException if it cannot be read or written, another process writes to it, or it is of
   *     another search, naming what differs
   */
  public static TrialLog open(Path folder, Map<String, String> search) throws IOException {
    Path file = folder.resolve(FILE);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (lock(channel) == null) {
        throw new IOException("another search is writing to " + file);
      }
      TrialLog log = new TrialLog(channel);
      log.resume(file, new TreeMap<>(search));
      return log;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** All outcomes, in the order in which they came. */
  public List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  Optional<Outcome> find(Trial trial, int epochs) {
    return outcomes.stream()
        .filter(each -> each.trial() == trial.number() && each.epochs() == epochs)
        .findFirst();
  }

  void add(Outcome outcome) throws IOException {
    append(outcome);
    outcomes.add(outcome);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void resume(Path file, Map<String, String> search) throws IOException {
    String text = Files.readString(file);
    // a line without an end was being written when the machine stopped
    int end = text.lastIndexOf('\n') + 1;
    channel.truncate(text.substring(0, end).getBytes(StandardCharsets.UTF_8).length);
    channel.position(channel.size());
    List<String> lines = text.substring(0, end).lines().toList();
    if (lines.isEmpty()) {
      append(search);
      return;
    }
    compare(file, parse(file, 1, lines.get(0), Map.class), search);
    for (int i = 1; i < lines.size(); i++) {
      outcomes.add(parse(file, i + 1, lines.get(i), Outcome.class));
    }
  }

  private static void compare(Path file, Map<?, ?> before, Map<String, String> now)
      throws IOException {
    for (Map.Entry<String, String> each : now.entrySet()) {
      if (!each.getValue().equals(before.get(each.getKey()))) {
        throw new IOException(
            String.format(
                "%s is of another search: %s was %s and is %s; name another folder",
                file, each.getKey(), before.get(each.getKey()), each.getValue()));
      }
    }
  }

  private static <T> T parse(Path file, int number, String line, Class<T> type) throws IOException {
    try {
      return JSON.readValue(line, type);
    } catch (JsonProcessingException e) {
      throw new IOException(
          file + ", line " + number + " is no trial: " + e.getOriginalMessage(), e);
    }
  }

  private void append(Object line) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
