package dev.icrstreams.evaluate.report;

import dev.icrstreams.evaluate.Result;
import dev.icrstreams.evaluate.errors.ErrorBucket;
import dev.icrstreams.field.Decision.Route;
import java.util.List;
import java.util.Locale;

/** Every wrong field, a line each, for looking them up and sorting them. */
public final class ErrorList {
  private ErrorList() {}

  /**
   * Tab-separated, with a header line: file, number, read, confidence, decision, bucket. Tab,
   * newline, carriage return and backslash in a value are {@code \t \n \r \\}.
   */
  public static String of(List<ReadField> fields) {
    StringBuilder text = new StringBuilder("file\tnumber\tread\tconfidence\tdecision\tbucket\n");
    for (ReadField field : fields) {
      Result result = field.result();
      ErrorBucket.of(result).ifPresent(bucket -> append(text, field, bucket));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, ReadField field, ErrorBucket bucket) {
    Result result = field.result();
    String confidence =
        result.decision().route() == Route.REJECTED
            ? ""
            : String.format(Locale.ROOT, "%.8f", result.reading().confidence());
    text.append(
        String.join(
                "\t",
                escaped(field.entry().file()),
                result.label(),
                result.reading().number(),
                confidence,
                result.decision().route().name().toLowerCase(Locale.ROOT),
                bucket.name().toLowerCase(Locale.ROOT))
            + "\n");
  }

  private static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}
