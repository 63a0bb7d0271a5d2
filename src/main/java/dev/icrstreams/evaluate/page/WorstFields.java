package dev.icrstreams.evaluate.page;

import dev.icrstreams.evaluate.Result;
import dev.icrstreams.evaluate.errors.ErrorBucket;
import dev.icrstreams.evaluate.html.Html;
import dev.icrstreams.evaluate.report.ReadField;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.field.ReviewReason;
import dev.icrstreams.image.ImageDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The fields that went wrong most surely, as pictures. */
final class WorstFields {
  /** How many are shown. */
  static final int MOST = 60;

  private static final Comparator<ReadField> WORST_FIRST =
      Comparator.comparingInt((ReadField field) -> harm(field.result().decision().route()))
          .thenComparing(
              Comparator.comparingDouble((ReadField field) -> confidence(field)).reversed());

  private WorstFields() {}

  /** Those that got out first, then by falling confidence; rejected ones have nothing to show. */
  static List<ReadField> of(List<ReadField> fields) {
    return fields.stream()
        .filter(field -> field.result().isWrong())
        .filter(field -> field.result().decision().route() != Route.REJECTED)
        .sorted(WORST_FIRST)
        .limit(MOST)
        .toList();
  }

  /** A card with the field's picture. */
  static String card(ReadField field, ImageDecoder decoder) {
    Result result = field.result();
    String route = result.decision().route().name().toLowerCase(Locale.ROOT);
    String read = result.isRead() ? result.reading().number() : "nothing";
    String written = result.hasNumber() ? result.label() : "no number";
    return "<figure class=\"card "
        + route
        + "\">"
        + picture(field, decoder, "written: " + written + ", read: " + read)
        + "<figcaption><span>written <b>"
        + written
        + "</b></span> <span>read <b>"
        + read
        + "</b></span><br>"
        + String.format(Locale.ROOT, "%.4f", confidence(field))
        + " <em>"
        + route
        + "</em> "
        + ErrorBucket.of(result).orElseThrow().name().toLowerCase(Locale.ROOT)
        + "<br>"
        + Html.escaped(reasons(result))
        + "<small>"
        + Html.escaped(field.entry().file())
        + "</small></figcaption></figure>\n";
  }

  private static String picture(ReadField field, ImageDecoder decoder, String alt) {
    try {
      byte[] bytes = Files.readAllBytes(field.entry().path());
      return "<img alt=\""
          + alt
          + "\" src=\""
          + Html.dataUri(FieldPicture.of(decoder.decode(bytes)))
          + "\">";
    } catch (IOException | RejectedFieldException e) {
      // it was there when it was read; the rest of the page is still worth having
      return "<p>The image is gone: " + Html.escaped(String.valueOf(e.getMessage())) + "</p>";
    }
  }

  private static String reasons(Result result) {
    return result.decision().reasons().stream()
        .map(ReviewReason::toString)
        .collect(Collectors.joining("; "));
  }

  private static double confidence(ReadField field) {
    return field.result().reading().confidence();
  }

  private static int harm(Route route) {
    return switch (route) {
      case ACCEPTED -> 0;
      case BLANK -> 1;
      case REVIEW, REJECTED -> 2;
    };
  }
}
