package dev.icrstreams.train.declare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Finds declarations: those that ship, by name, and anybody's own, by path. Stateless. */
public final class Declarations {
  /** Where the shipped ones lie, in the project and in the jar. */
  public static final String FOLDER = "model/networks";

  private static final String SUFFIX = ".yml";
  private static final List<String> SHIPPED =
      List.of(
          "logistic",
          "mlp-128-64",
          "cnn-64-32",
          "knn",
          "svm",
          "vgg16-transfer",
          "resnet50-transfer",
          "icr",
          "icr-1m",
          "sequence");
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Declarations() {}

  /** The declarations that ship, small before large. */
  public static List<Declaration> shipped() {
    return SHIPPED.stream().map(Declarations::builtIn).toList();
  }

  /** The names that there are. */
  public static List<String> names() {
    return SHIPPED;
  }

  /**
   * The declaration of this name, or in this file.
   *
   * @param nameOrPath a shipped one's name or alias, or the path of a file that ends in .yml or
   *     .yaml
   * @throws BadDeclaration if the file holds a mistake
   * @throws IllegalArgumentException if there is none of that name, listing those that there are
   * @throws IOException if the file cannot be read
   */
  public static Declaration find(String nameOrPath) throws IOException {
    if (nameOrPath.endsWith(SUFFIX) || nameOrPath.endsWith(".yaml")) {
      return read(Path.of(nameOrPath));
    }
    return named(nameOrPath);
  }

  /**
   * The shipped declaration of this name or alias.
   *
   * @throws IllegalArgumentException if there is none, listing those that there are
   */
  public static Declaration named(String name) {
    if (SHIPPED.contains(name)) {
      return builtIn(name);
    }
    return shipped().stream()
        .filter(each -> each.aliases().contains(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No network "
                        + name
                        + "; there are "
                        + String.join(", ", SHIPPED)
                        + ", or the path of a .yml file"));
  }

  private static Declaration read(Path file) throws IOException {
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new IOException("There is no " + file, e);
    }
    String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    return parse(file.toString(), name, text);
  }

  private static Declaration builtIn(String name) {
    String resource = "/" + FOLDER + "/" + name + SUFFIX;
    try (InputStream in = Declarations.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("the jar lacks " + resource);
      }
      return parse(
          FOLDER + "/" + name + SUFFIX,
          name,
          new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a declaration's text. */
  static Declaration parse(String file, String name, String text) {
    try {
      List<JsonNode> documents =
          YAML.readerFor(JsonNode.class).<JsonNode>readValues(text).readAll();
      if (documents.size() != 1) {
        throw new BadDeclaration(file, "", "must hold one document of keys and values");
      }
      return Declaration.of(file, name, documents.get(0), text);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      String reason = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new BadDeclaration(file, "", "line " + line + ": " + reason);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
