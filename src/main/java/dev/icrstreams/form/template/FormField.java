package dev.icrstreams.form.template;

import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.ConstraintsText;
import java.util.Map;

/**
 * One field of a form: a box, in fractions of the page's width and height from its top left corner,
 * and what is known of what is written there.
 *
 * @param name its name; told with every answer
 * @param x its left side
 * @param y its top
 * @param width of the page's width
 * @param height of the page's height
 * @param constraints as manifests write them, texts for {@link ConstraintsText#parse}; may be empty
 * @param attributes the producer's own data, handed through
 */
public record FormField(
    String name,
    double x,
    double y,
    double width,
    double height,
    Map<String, String> constraints,
    Map<String, String> attributes) {
  /**
   * Copies the maps and checks the constraints.
   *
   * @throws dev.icrstreams.field.RejectedFieldException if they make no sense
   */
  public FormField {
    constraints = Map.copyOf(constraints);
    attributes = Map.copyOf(attributes);
    ConstraintsText.parse(constraints);
  }

  /** What the number must satisfy. */
  public Constraints rules() {
    return ConstraintsText.parse(constraints);
  }
}
