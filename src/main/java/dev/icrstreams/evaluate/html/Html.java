package dev.icrstreams.evaluate.html;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

/** Pieces of HTML. */
public final class Html {
  private Html() {}

  /** Text that stays text, in an element as in a quoted attribute. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A table whose first row is its header, if it has one. */
  public static String table(List<List<String>> rows, boolean header) {
    StringBuilder html = new StringBuilder("<div class=\"wide\"><table>\n");
    for (int i = 0; i < rows.size(); i++) {
      html.append("<tr>");
      for (int j = 0; j < rows.get(i).size(); j++) {
        String tag = j == 0 || (header && i == 0) ? "th" : "td";
        html.append('<').append(tag).append('>').append(escaped(rows.get(i).get(j)));
        html.append("</").append(tag).append('>');
      }
      html.append("</tr>\n");
    }
    return html.append("</table></div>\n").toString();
  }

  /** A PNG file that travels inside the page. */
  public static String dataUri(byte[] png) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }

  /** A picture that travels inside the page. */
  public static String dataUri(BufferedImage image) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", png)) {
        throw new IOException("there is no encoder for PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot draw a picture: " + e.getMessage(), e);
    }
    return dataUri(png.toByteArray());
  }
}
