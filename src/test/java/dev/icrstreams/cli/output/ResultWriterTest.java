package dev.icrstreams.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultWriterTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.00000000",
    "1, 1.00000000",
    "0.5, 0.50000000",
    "0.9999999, 0.99999990",
    "0.000012345678, 0.000012345678",
    "1e-12, 0.0000000000010000000"
  })
  void writesConfidencesWithAPointAndEnoughDigits(double value, String text) {
    assertEquals(text, ResultWriter.decimal(OptionalDouble.of(value)));
  }
}
