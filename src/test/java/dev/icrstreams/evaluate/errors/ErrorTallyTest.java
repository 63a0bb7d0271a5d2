package dev.icrstreams.evaluate.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.icrstreams.evaluate.Result;
import dev.icrstreams.evaluate.Results;
import dev.icrstreams.evaluate.Share;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.ReviewReason.Code;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTallyTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "1234, 1934, SUBSTITUTED",
        "1234, 1939, SUBSTITUTED",
        "1000, 100, MISSED",
        "100, 1000, EXTRA",
        "1250, 190, MERGED",
        "190, 1250, SPLIT",
        "1234, 934, MERGED",
        "12345, 1935, SEVERAL",
        "12340, 9234, SEVERAL",
        "12, -, UNREAD",
        "-, 12, INVENTED"
      })
  void putsEveryWrongFieldIntoOneBucket(String written, String read, ErrorBucket bucket) {
    Result result =
        Results.result(written == null ? "" : written, read == null ? "" : read, 0.5, Route.REVIEW);
    assertEquals(Optional.of(bucket), ErrorBucket.of(result));
  }

  @Test
  void putsRightFieldsIntoNone() {
    assertEquals(Optional.empty(), ErrorBucket.of(Results.result("7", "7", 0.5, Route.REVIEW)));
    assertEquals(Optional.empty(), ErrorBucket.of(Results.result("", "", 0.5, Route.BLANK)));
    assertEquals(Optional.empty(), ErrorBucket.of(Result.rejected("")));
  }

  @Test
  void countsBucketsOfAllFieldsAndReasonsOfThoseUnderReview() {
    ErrorTally tally =
        ErrorTally.of(
            List.of(
                Results.result("1", "7", 0.9, Route.ACCEPTED),
                Results.result("1", "1", 0.4, Route.REVIEW),
                Results.result("1", "4", 0.4, Route.REVIEW),
                Result.rejected("3")));
    assertEquals(new Share(2, 4), tally.buckets().get(ErrorBucket.SUBSTITUTED));
    assertEquals(new Share(1, 4), tally.buckets().get(ErrorBucket.UNREAD));
    assertEquals(new Share(0, 4), tally.buckets().get(ErrorBucket.SPLIT));
    assertEquals(Map.of(Code.LOW_CONFIDENCE, new Share(2, 2)), tally.reasons());
  }

  @Test
  void countsWhichDigitWasTakenForWhich() {
    Confusion confusion =
        new Confusion(
            List.of(
                Results.result("1234", "1934", 0.5, Route.REVIEW),
                Results.result("1250", "190", 0.5, Route.REVIEW),
                Results.result("10", "1", 0.5, Route.REVIEW),
                // nothing to be aligned with
                Results.result("6", "", 0.5, Route.BLANK),
                Results.result("", "8", 0.5, Route.REVIEW)));
    assertEquals(3, confusion.count(1, 1));
    assertEquals(1, confusion.count(2, 9));
    // the two merged digits have no counterpart, nor has what they became
    assertEquals(1, confusion.count(2, Confusion.NONE));
    assertEquals(1, confusion.count(5, Confusion.NONE));
    assertEquals(1, confusion.count(Confusion.NONE, 9));
    assertEquals(1, confusion.count(0, 0));
    assertEquals(1, confusion.count(0, Confusion.NONE));
    assertEquals(0, confusion.count(6, Confusion.NONE));
    assertEquals(0, confusion.count(Confusion.NONE, 8));
  }
}
