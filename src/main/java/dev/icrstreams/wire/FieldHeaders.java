package dev.icrstreams.wire;

import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.ConstraintsText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The record headers that carry a raw image's metadata; all values are UTF-8 text. */
public final class FieldHeaders {
  /** The form that the field was cut from. */
  public static final String FORM_ID = "icr-form-id";

  /** The field's name on the form. */
  public static final String FIELD_NAME = "icr-field-name";

  /** Before the producer's own attributes: {@code icr-attr-NAME}. */
  public static final String ATTRIBUTE_PREFIX = "icr-attr-";

  /** Before the constraints' names: {@code icr-min-digits}, {@code icr-regex} and so on. */
  private static final String CONSTRAINT_PREFIX = "icr-";

  private FieldHeaders() {}

  /** Adds what a raw image needs beside it; empty values and absent constraints add nothing. */
  public static void add(
      Headers headers,
      String formId,
      String fieldName,
      Constraints constraints,
      Map<String, String> attributes) {
    put(headers, FORM_ID, formId);
    put(headers, FIELD_NAME, fieldName);
    ConstraintsText.of(constraints)
        .forEach((name, text) -> put(headers, constraintHeader(name), text));
    attributes.forEach((name, text) -> put(headers, ATTRIBUTE_PREFIX + name, text));
  }

  static String text(Headers headers, String name) {
    return text(headers.lastHeader(name));
  }

  private static String text(Header header) {
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  static Constraints constraints(Headers headers) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : ConstraintsText.NAMES) {
      texts.put(name, text(headers, constraintHeader(name)));
    }
    return ConstraintsText.parse(texts);
  }

  static Map<String, String> attributes(Headers headers) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Header header : headers) {
      if (header.key().startsWith(ATTRIBUTE_PREFIX)) {
        // the last of a name holds, without a search for each
        attributes.put(header.key().substring(ATTRIBUTE_PREFIX.length()), text(header));
      }
    }
    return attributes;
  }

  private static String constraintHeader(String name) {
    return CONSTRAINT_PREFIX + name.replace('_', '-');
  }

  private static void put(Headers headers, String name, String text) {
    if (!text.isEmpty()) {
      headers.add(name, text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
