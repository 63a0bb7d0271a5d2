package dev.icrstreams.form.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.field.ConstraintsText;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.form.geometry.Mark;
import dev.icrstreams.form.geometry.Registration;
import dev.icrstreams.form.geometry.Registration.Transform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A template's JSON. Whatever is not understood is refused, so that no typing error is lost. */
final class TemplateFile {
  private static final int MARKS = 4;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private TemplateFile() {}

  public static FormTemplate read(Path file) {
    try {
      return template(new JsonPart("", JSON.readTree(Files.readString(file))));
    } catch (JsonProcessingException e) {
      throw unusable(file, "no JSON: " + e.getOriginalMessage() + where(e));
    } catch (IOException e) {
      throw unusable(file, e.toString());
    } catch (RejectedFieldException | JsonPart.WrongException e) {
      throw unusable(file, e.getMessage());
    }
  }

  private static ConfigException unusable(Path file, String reason) {
    return new ConfigException("cannot use the template " + file + ": " + reason);
  }

  private static String where(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
  }

  private static FormTemplate template(JsonPart root) {
    root.allow(Set.of("form", "page", "pages", "registration", "fields"));
    JsonPart page = root.part("page");
    page.allow(Set.of("width", "height"));
    List<FormField> fields = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonPart part : root.parts("fields")) {
      FormField field = field(part);
      if (!names.add(field.name())) {
        throw part.wrong("name", "is there twice: " + field.name());
      }
      fields.add(field);
    }
    if (fields.isEmpty()) {
      throw root.wrong("fields", "are none");
    }
    return new FormTemplate(
        root.text("form"),
        page.number("width", 1e-6, 1e6),
        page.number("height", 1e-6, 1e6),
        pages(root),
        registration(root.part("registration")),
        fields);
  }

  private static Set<Integer> pages(JsonPart root) {
    Set<Integer> pages = new TreeSet<>();
    for (JsonNode page : root.list("pages")) {
      if (!page.isInt() || page.intValue() < 1) {
        throw root.wrong("pages", "holds " + page + ", which is no page number from 1 on");
      }
      pages.add(page.intValue());
    }
    return pages;
  }

  private static Registration registration(JsonPart part) {
    part.allow(
        Set.of("by", "marks", "transform", "search", "maxResidual", "maxSkew", "maxStretch"));
    boolean byMarks = part.choice("by", By.class, null) == By.MARKS;
    List<Mark> marks = new ArrayList<>();
    for (JsonPart mark : part.parts("marks")) {
      mark.allow(Set.of("x", "y", "shape", "size"));
      marks.add(
          new Mark(
              mark.number("x", 0, 1),
              mark.number("y", 0, 1),
              mark.choice("shape", Mark.Shape.class, null),
              mark.number("size", 0.002, 0.2)));
    }
    if (marks.size() != (byMarks ? MARKS : 0)) {
      throw part.wrong(
          "marks", byMarks ? "are " + marks.size() + "; four are needed" : "go with by: marks");
    }
    Transform transform = part.choice("transform", Transform.class, Transform.AFFINE);
    boolean seenAtAnAngle = transform == Transform.PROJECTIVE;
    return new Registration(
        marks,
        transform,
        part.number("search", 0.01, 0.5, 0.2),
        part.number("maxResidual", 0.0001, 0.2, seenAtAnAngle ? 0.05 : 0.005),
        part.number("maxSkew", 0, 40, 10),
        part.number("maxStretch", 0, 0.5, seenAtAnAngle ? 0.2 : 0.03));
  }

  private enum By {
    MARKS,
    EDGES
  }

  private static FormField field(JsonPart part) {
    Set<String> known = new HashSet<>(Set.of("name", "x", "y", "width", "height", "attributes"));
    known.addAll(ConstraintsText.NAMES);
    part.allow(known);
    Map<String, String> constraints = new LinkedHashMap<>();
    for (String name : ConstraintsText.NAMES) {
      part.optionalText(name).ifPresent(text -> constraints.put(name, text));
    }
    double x = part.number("x", 0, 1);
    double y = part.number("y", 0, 1);
    double width = part.number("width", 1e-4, 1);
    double height = part.number("height", 1e-4, 1);
    if (x + width > 1 || y + height > 1) {
      throw part.wrong(x + width > 1 ? "width" : "height", "reaches over the page's edge");
    }
    String name = part.text("name");
    try {
      return new FormField(name, x, y, width, height, constraints, part.texts("attributes"));
    } catch (RejectedFieldException e) {
      throw part.wrong("name", "is " + name + ", and " + e.getMessage());
    }
  }
}
