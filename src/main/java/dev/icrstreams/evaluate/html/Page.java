package dev.icrstreams.evaluate.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What every page begins and ends with: nothing is loaded from elsewhere, no script runs. */
public final class Page {
  /** What comes last. */
  public static final String END = "</body></html>\n";

  private static final String STYLE_SHEET = "page.css";

  private Page() {}

  /** The first lines of a page by which the command that made it knows it again. */
  public static String beginning(String command) {
    return "<!DOCTYPE html>\n<!-- " + command + " -->\n";
  }

  /**
   * The page up to its body's first element.
   *
   * @param command which makes such pages
   * @param title of the window
   * @param style more CSS, the program's own
   */
  public static String head(String command, String title, String style) {
    return beginning(command)
        + "<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\""
        + " content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + Html.escaped(title)
        + "</title>\n<style>\n"
        + styleSheet(Page.class, STYLE_SHEET)
        + style
        + "</style></head><body>\n";
  }

  /** A style sheet of the program, beside a class of it. */
  public static String styleSheet(Class<?> owner, String name) {
    try (InputStream css = owner.getResourceAsStream(name)) {
      if (css == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
