package dev.icrstreams.synth.paper;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.hand.Hand;
import dev.icrstreams.synth.hand.Proportions;
import dev.icrstreams.synth.hand.Words;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;
import java.util.List;

/** Pale letters that a form prints into its cells, to say what goes where: {@code DDMMYYYY}. */
public final class Placeholders {
  /** Days, months and years in several languages. */
  private static final List<String> DATES =
      List.of("DDMMYYYY", "DDMMYY", "MMDDYYYY", "YYYYMMDD", "TTMMJJJJ", "JJMMAAAA", "GGMMAAAA");

  private static final String LETTERS = "ABCDEFHKLMNPRTXZ";

  private Placeholders() {}

  /** Prints one into each cell. */
  public static void print(Plane print, List<Box> cells, SeededRandom random) {
    String letters = letters(cells.size(), random);
    double strength = random.between(0.12, 0.45);
    double share = random.between(0.4, 0.75);
    double height = cells.get(0).height() * share;
    double pen = Math.max(1, height * random.between(0.05, 0.13));
    Plane pale = new Plane(print.width, print.height);
    Words words = new Words(Hand.mechanical(random), new Proportions(height, 0.95, 0, pen), random);
    int side = (int) Math.ceil(height);
    for (int i = 0; i < cells.size(); i++) {
      Box cell = cells.get(i);
      Box middle =
          new Box(
              cell.x() + (cell.width() - side) / 2,
              cell.y() + (cell.height() - side) / 2,
              side,
              side);
      words.block(pale, middle, letters.substring(i, i + 1));
    }
    for (int i = 0; i < pale.values.length; i++) {
      print.values[i] = (float) Math.max(print.values[i], strength * pale.values[i]);
    }
  }

  /** A date's where one has as many cells; else the same letter throughout, or any. */
  private static String letters(int cells, SeededRandom random) {
    List<String> dates = DATES.stream().filter(date -> date.length() == cells).toList();
    if (!dates.isEmpty() && random.chance(0.7)) {
      return dates.get(random.range(0, dates.size() - 1));
    }
    StringBuilder letters = new StringBuilder();
    boolean alike = random.chance(0.4);
    for (int i = 0; i < cells; i++) {
      int which = random.range(0, LETTERS.length() - 1);
      letters.append(alike && i > 0 ? letters.charAt(0) : LETTERS.charAt(which));
    }
    return letters.toString();
  }
}
