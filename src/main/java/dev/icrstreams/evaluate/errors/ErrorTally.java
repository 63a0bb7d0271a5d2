package dev.icrstreams.evaluate.errors;

import dev.icrstreams.evaluate.Result;
import dev.icrstreams.evaluate.Share;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.ReviewReason;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What goes wrong, counted.
 *
 * @param buckets for every bucket, how many of all fields are in it
 * @param reasons for every reason that occurred, how many of the fields under review carry it; a
 *     field may carry several
 * @param confusion which digit was taken for which
 */
public record ErrorTally(
    Map<ErrorBucket, Share> buckets, Map<ReviewReason.Code, Share> reasons, Confusion confusion) {
  /** Counts some results. */
  public static ErrorTally of(List<Result> results) {
    Map<ErrorBucket, Integer> buckets = new EnumMap<>(ErrorBucket.class);
    for (ErrorBucket bucket : ErrorBucket.values()) {
      buckets.put(bucket, 0);
    }
    Map<ReviewReason.Code, Integer> reasons = new EnumMap<>(ReviewReason.Code.class);
    int reviewed = 0;
    for (Result result : results) {
      ErrorBucket.of(result).ifPresent(bucket -> buckets.merge(bucket, 1, Integer::sum));
      reviewed += result.decision().route() == Route.REVIEW ? 1 : 0;
      result.decision().reasons().stream()
          .map(ReviewReason::code)
          .distinct()
          .forEach(code -> reasons.merge(code, 1, Integer::sum));
    }
    return new ErrorTally(
        shares(ErrorBucket.class, buckets, results.size()),
        shares(ReviewReason.Code.class, reasons, reviewed),
        new Confusion(results));
  }

  private static <K extends Enum<K>> Map<K, Share> shares(
      Class<K> type, Map<K, Integer> counts, int of) {
    Map<K, Share> shares = new EnumMap<>(type);
    counts.forEach((key, count) -> shares.put(key, new Share(count, of)));
    return Collections.unmodifiableMap(shares);
  }
}
