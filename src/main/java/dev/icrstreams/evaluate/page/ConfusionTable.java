package dev.icrstreams.evaluate.page;

import dev.icrstreams.evaluate.errors.Confusion;
import dev.icrstreams.evaluate.html.HeatTable;
import java.util.List;
import java.util.stream.IntStream;

/** Which digit was taken for which. */
final class ConfusionTable {
  private ConfusionTable() {}

  static String figure(Confusion confusion) {
    int[][] counts = new int[Confusion.SIZE][Confusion.SIZE];
    for (int written = 0; written < Confusion.SIZE; written++) {
      for (int read = 0; read < Confusion.SIZE; read++) {
        counts[written][read] = confusion.count(written, read);
      }
    }
    List<String> names =
        IntStream.range(0, Confusion.SIZE)
            .mapToObj(digit -> digit == Confusion.NONE ? "none" : Integer.toString(digit))
            .toList();
    return HeatTable.figure(
        names,
        counts,
        "Confusion",
        "How often a written digit (row) was read as another (column), or not at all; last row:"
            + " read where none is written.");
  }
}
