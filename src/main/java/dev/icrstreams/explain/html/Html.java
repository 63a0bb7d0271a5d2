package dev.icrstreams.explain.html;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Builds HTML with drawings in it. Names of elements and attributes are the program's own; texts
 * and values may be anybody's, and are escaped.
 */
public final class Html {
  private final StringBuilder out;
  private final Deque<String> open = new ArrayDeque<>();

  /** Begins with something that needs no escaping, such as a document type. */
  public Html(String beginning) {
    out = new StringBuilder(beginning);
  }

  /** Opens an element; attributes are names and values in turn. */
  public Html open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  /** Closes the element that was opened last. */
  public Html close() {
    out.append("</").append(open.pop()).append('>');
    if (open.size() < 4) {
      out.append('\n');
    }
    return this;
  }

  /** An element without content. */
  public Html empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  /** An element with nothing but text in it. */
  public Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** Text, escaped. */
  public Html text(String text) {
    escape(text, out);
    return this;
  }

  /** The style sheet, which is the program's own. */
  public Html style(String css) {
    out.append("<style>").append(css).append("</style>\n");
    return this;
  }

  /** A row of a table: a heading and a value. */
  public Html fact(String name, String value) {
    return open("tr").element("th", name, "scope", "row").element("td", value).close();
  }

  /** The heading row of a table. */
  public Html headings(String... names) {
    open("thead").open("tr");
    for (String name : names) {
      element("th", name, "scope", "col");
    }
    return close().close();
  }

  /** A PNG of a raster, with a caption, at most {@code shownWidth} CSS pixels wide. */
  public Html figure(Png png, double shownWidth, String caption) {
    open("figure");
    empty(
        "img",
        "src",
        png.uri(),
        "alt",
        caption,
        "width",
        Integer.toString(png.width()),
        "height",
        Integer.toString(png.height()),
        "style",
        "width:" + Words.decimal(shownWidth) + "px");
    return element("figcaption", caption).close();
  }

  /** The whole text. */
  public String finished() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return out.toString();
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1], out);
      out.append('"');
    }
  }

  private static void escape(String text, StringBuilder out) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isCharacter(c) ? c : 0xfffd);
              }
            });
  }

  /** Controls and halves of characters would make the page invalid. */
  private static boolean isCharacter(int c) {
    return c == '\n' || (!Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE);
  }
}
