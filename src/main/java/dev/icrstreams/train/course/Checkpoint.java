package dev.icrstreams.train.course;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.icrstreams.train.network.Fitter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where a training stands, as a file: enough to go on as if it had never paused.
 *
 * @param identity what must be the same when it goes on, by name
 * @param position how far it is
 * @param state of the weights and their optimiser
 */
record Checkpoint(Map<String, String> identity, Position position, Fitter.State state) {
  /** The file's name, in the model's folder. */
  static final String FILE = "checkpoint.bin";

  private static final String MAGIC = "icr-streams checkpoint 1";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * How far a training is.
   *
   * @param epoch under way, counted from 1
   * @param step steps of it that are done
   * @param loss sum of their losses
   * @param accuracy sum of their accuracies
   * @param stopping what early stopping remembers
   * @param seconds the training took so far
   * @param version of the model that is kept; empty before the first
   * @param kept validation accuracy of that model
   */
  record Position(
      int epoch,
      int step,
      double loss,
      double accuracy,
      EarlyStopping.Memory stopping,
      double seconds,
      String version,
      double kept) {}

  private record Header(
      Map<String, String> identity,
      Position position,
      long steps,
      long optimiserSteps,
      int[] lengths) {}

  /** Writes it, whole or not at all. */
  void write(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16))) {
      out.writeUTF(MAGIC);
      int[] lengths = state.arrays().stream().mapToInt(array -> array.length).toArray();
      out.writeUTF(
          JSON.writeValueAsString(
              new Header(identity, position, state.steps(), state.optimiserSteps(), lengths)));
      for (float[] array : state.arrays()) {
        for (float value : array) {
          out.writeFloat(value);
        }
      }
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads one.
   *
   * @throws IOException if there is none or it is damaged; the message names the file
   */
  static Checkpoint read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      if (!in.readUTF().equals(MAGIC)) {
        throw new IOException(file + " is no checkpoint");
      }
      Header header = JSON.readValue(in.readUTF(), Header.class);
      List<float[]> arrays = new ArrayList<>();
      for (int length : header.lengths()) {
        float[] array = new float[length];
        for (int i = 0; i < length; i++) {
          array[i] = in.readFloat();
        }
        arrays.add(array);
      }
      return new Checkpoint(
          header.identity(),
          header.position(),
          new Fitter.State(header.steps(), header.optimiserSteps(), arrays));
    } catch (NoSuchFileException e) {
      throw new IOException("There is no checkpoint to go on from: " + file, e);
    } catch (EOFException | java.io.UTFDataFormatException | JsonProcessingException e) {
      throw new IOException(file + " is no whole checkpoint", e);
    }
  }

  /**
   * Checks that it is of the training that wants to go on from it.
   *
   * @throws IOException naming the first difference
   */
  void expect(Map<String, String> wanted, Path file) throws IOException {
    for (Map.Entry<String, String> each : wanted.entrySet()) {
      String found = identity.get(each.getKey());
      if (!Objects.equals(found, each.getValue())) {
        throw new IOException(
            String.format(
                "%s is of another training: its %s is %s, not %s",
                file, each.getKey(), found, each.getValue()));
      }
    }
  }
}
