package dev.icrstreams.cli.input;

import dev.icrstreams.field.Constraints;
import java.util.Map;

/**
 * A field to be sent.
 *
 * @param id the field id
 * @param image the image file's bytes; given away, not copied
 * @param form the form id; may be empty
 * @param field the field's name; may be empty
 * @param constraints what the number must satisfy
 * @param attributes handed through
 */
public record Outgoing(
    String id,
    byte[] image,
    String form,
    String field,
    Constraints constraints,
    Map<String, String> attributes) {}
