package dev.icrstreams.read;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.data.ShippedDigits;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.synth.DrawnField;
import dev.icrstreams.synth.FieldSynthesizer;
import dev.icrstreams.synth.Recipe;
import dev.icrstreams.synth.RecipeMix;
import dev.icrstreams.synth.paper.Furniture;
import dev.icrstreams.synth.paper.Placeholders;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Words beside a number and letters in its cells are no part of it. */
class PrintAroundNumbersTest {
  private static final long SEED = 20_261_129;
  private static final int FIELDS = 60;
  private static final double AT_LEAST = 0.85;
  private static final int EMPTY = 20;

  private static FieldReader reader;

  @BeforeAll
  static void open() {
    reader = FieldReader.create(Config.defaults(), StageListener.NONE);
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"DENOMINATED", "PROMPTED"})
  void isNotRead(Recipe recipe) {
    List<String> wrong = new ArrayList<>();
    for (DrawnField field : fields(recipe)) {
      Reading reading = read(field.image());
      if (!reading.number().equals(field.number())) {
        wrong.add(field.number() + " read as " + reading.number());
      }
    }
    assertTrue(wrong.size() <= (1 - AT_LEAST) * FIELDS, "seed " + SEED + ", " + wrong);
  }

  @Test
  void lettersInEmptyCellsAreNoNumber() {
    for (int seed = 0; seed < EMPTY; seed++) {
      SeededRandom random = new SeededRandom(SEED, seed);
      Plane print = new Plane(8 * 40 + 10, 60);
      List<Box> cells =
          IntStream.range(0, 8).mapToObj(i -> new Box(5 + 40 * i, 6, 36, 48)).toList();
      Furniture.BOXES.print(print, cells.get(0), cells, random);
      Placeholders.print(print, cells, random);
      byte[] grey = new byte[print.values.length];
      for (int i = 0; i < grey.length; i++) {
        grey[i] = (byte) Math.round(255 - 200 * print.values[i]);
      }
      Reading reading = read(new GreyImage(print.width, print.height, grey, 1));
      assertNotEquals(
          Route.ACCEPTED,
          reader.decide(reading).route(),
          "seed " + seed + ": read " + reading.number() + ", sure by " + reading.confidence());
    }
  }

  private static Reading read(GreyImage image) {
    Segmentation segmentation = reader.segment(image);
    return reader.search(image, segmentation, reader.classify(segmentation), Constraints.NONE);
  }

  private static List<DrawnField> fields(Recipe recipe) {
    FieldSynthesizer synthesizer =
        new FieldSynthesizer(ShippedDigits.load(), RecipeMix.of(recipe, 1), SEED);
    List<DrawnField> fields = new ArrayList<>();
    for (int i = 0; i < FIELDS; i++) {
      fields.add(synthesizer.draw(i));
    }
    return fields;
  }
}
