package dev.icrstreams.train.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;

/** A run as JSON; what a later version adds is passed over, what is missing is named. */
final class RunFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private RunFile() {}

  static Path of(Path path) {
    return Files.isDirectory(path) ? path.resolve(TrainingRun.FILE) : path;
  }

  static TrainingRun read(Path file) throws IOException {
    try {
      TrainingRun run = JSON.readValue(Files.readAllBytes(file), TrainingRun.class);
      if (run == null) {
        throw new IOException(file + " is no training run: it holds nothing");
      }
      return run;
    } catch (NoSuchFileException e) {
      throw new IOException("there is no training run " + file, e);
    } catch (JsonProcessingException e) {
      throw new IOException(file + " is no training run: " + reason(e), e);
    }
  }

  static void write(TrainingRun run, Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, JSON.writeValueAsBytes(run));
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String reason(JsonProcessingException e) {
    String message =
        e.getCause() instanceof IllegalArgumentException cause
            ? cause.getMessage()
            : e.getOriginalMessage();
    String where = e instanceof JsonMappingException mapping ? place(mapping) : "";
    return message.lines().findFirst().orElse("") + (where.isEmpty() ? "" : " (at " + where + ")");
  }

  private static String place(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
