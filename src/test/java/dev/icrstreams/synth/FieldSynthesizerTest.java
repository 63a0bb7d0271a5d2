package dev.icrstreams.synth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.data.DigitSet;
import dev.icrstreams.data.ShippedDigits;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.Separator;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.image.ImageDecoder;
import dev.icrstreams.image.ImageLimits;
import dev.icrstreams.synth.glyph.Glyph;
import dev.icrstreams.synth.glyph.GlyphSource;
import dev.icrstreams.synth.mark.Mark;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.Rotation;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.style.HandMix;
import dev.icrstreams.synth.style.WriterStyle;
import dev.icrstreams.synth.writing.Placement;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldSynthesizerTest {
  private static final long SEED = 4711;
  private static final DigitSet DIGITS = ShippedDigits.load();

  private final FieldSynthesizer synthesizer = new FieldSynthesizer(DIGITS, RecipeMix.MIXED, SEED);

  @Test
  void givesTheSameFieldForTheSameSeedAndIndexInAnyOrderOnAnyThread() {
    List<LabelledField> forwards = LongStream.range(0, 12).mapToObj(synthesizer::generate).toList();
    FieldSynthesizer again = new FieldSynthesizer(DIGITS, RecipeMix.MIXED, SEED);
    List<LabelledField> parallel =
        LongStream.range(0, 12).parallel().mapToObj(i -> again.generate(11 - i)).toList();
    for (int i = 0; i < 12; i++) {
      LabelledField one = forwards.get(i);
      LabelledField other = parallel.get(11 - i);
      assertEquals(one.file(), other.file());
      assertEquals(one.number(), other.number());
      assertEquals(one.digitBoxes(), other.digitBoxes());
      assertArrayEquals(one.image(), other.image(), one.file());
    }
  }

  @Test
  void givesOtherFieldsForAnotherSeedOrIndex() {
    Set<String> numbers = new HashSet<>();
    for (long seed = 0; seed < 5; seed++) {
      FieldSynthesizer other = new FieldSynthesizer(DIGITS, RecipeMix.of(Recipe.CLEAN, 1), seed);
      for (int i = 0; i < 4; i++) {
        LabelledField field = other.generate(i);
        numbers.add(field.number() + "/" + field.digitBoxes());
      }
    }
    assertEquals(20, numbers.size());
  }

  @ParameterizedTest
  @EnumSource(Recipe.class)
  void everyRecipeGivesWhatItSays(Recipe recipe) throws IOException {
    for (int i = 0; i < 15; i++) {
      LabelledField field = synthesizer.generate(i, recipe);
      String name = field.file() + " of seed " + SEED;
      assertEquals(recipe, field.recipe(), name);
      assertEquals(recipe.hasNumber(), !field.number().isEmpty(), name);
      assertEquals(field.number().length(), field.digitBoxes().size(), name);
      if (recipe.isImage()) {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(field.image()));
        assertNotNull(image, name);
        for (Box box : field.digitBoxes()) {
          assertTrue(box.x() >= 0 && box.y() >= 0, name);
          assertTrue(box.right() <= image.getWidth() && box.bottom() <= image.getHeight(), name);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Recipe.class)
  void drawsTheVeryPixelsThatTheFileOfTheSameIndexHolds(Recipe recipe) {
    if (!recipe.isImage()) {
      assertThrows(IllegalArgumentException.class, () -> synthesizer.draw(0, recipe));
      return;
    }
    ImageDecoder decoder = new ImageDecoder(ImageLimits.from(Config.defaults()));
    for (int i = 0; i < 25; i++) {
      LabelledField field = synthesizer.generate(i, recipe);
      DrawnField drawn = synthesizer.draw(i, recipe);
      String name = field.file() + " of seed " + SEED;
      GreyImage decoded = decoder.decode(field.image());
      assertEquals(decoded.width(), drawn.image().width(), name);
      assertArrayEquals(decoded.grey(), drawn.image().grey(), name);
      assertEquals(field.number(), drawn.number(), name);
      assertEquals(field.digitBoxes(), drawn.digitBoxes(), name);
    }
  }

  @Test
  void boxesHoldTheInkAndEndWhereItEnds() throws IOException {
    for (int i = 0; i < 40; i++) {
      LabelledField field = synthesizer.generate(i, Recipe.CLEAN);
      String name = field.file() + " of seed " + SEED;
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(field.image()));
      double paper = mean(image, new Box(0, 0, image.getWidth(), 4));
      for (Box box : field.digitBoxes()) {
        assertTrue(darkest(image, box) < paper - 40, name + " " + box);
        // the threshold of a 1-bit scan may cut soft edges off
        boolean soft = !field.file().endsWith(".tif");
        assertTrue(!soft || darkest(image, edge(box)) < paper - 8, name + " " + box);
      }
      assertTrue(mean(image, beyondAll(field, image)) > paper - 6, name);
    }
  }

  @Test
  void recordsTheMarksOfAmountsInTheirPlaces() {
    Set<Separator.Kind> kinds = EnumSet.noneOf(Separator.Kind.class);
    for (int i = 0; i < 60; i++) {
      DrawnField field = synthesizer.draw(i, Recipe.AMOUNT);
      String name = "amount " + i + " of seed " + SEED;
      List<Box> digits = field.digitBoxes();
      for (Mark mark : field.marks()) {
        kinds.add(mark.kind());
        Box box = mark.box();
        assertTrue(box.x() >= 0 && box.right() <= field.image().width(), name + mark);
        assertTrue(box.y() >= 0 && box.bottom() <= field.image().height(), name + mark);
        int after = mark.afterDigit();
        if (after < digits.size()) {
          assertTrue(box.x() <= digits.get(after).right(), name + mark);
        }
        if (after > 0) {
          assertTrue(box.right() >= digits.get(after - 1).x(), name + mark);
        }
      }
    }
    assertEquals(EnumSet.allOf(Separator.Kind.class), kinds, "of seed " + SEED);
    assertTrue(synthesizer.draw(1, Recipe.CLEAN).marks().isEmpty());
  }

  @Test
  void roundAmountsEndInZerosOftenSmallerThanTheDigitsBefore() {
    int small = 0;
    for (int i = 0; i < 60; i++) {
      DrawnField field = synthesizer.draw(i, Recipe.ROUND);
      String name = "round " + i + " of seed " + SEED;
      assertTrue(field.number().matches("[1-9][0-9]*00"), name + ": " + field.number());
      List<Box> digits = field.digitBoxes();
      assertEquals(field.number().length(), digits.size(), name);
      int last = digits.get(digits.size() - 1).height();
      small += last < 0.75 * digits.get(0).height() ? 1 : 0;
    }
    // three quarters are made at 0.3 to 0.85 times the size
    assertTrue(small >= 25 && small <= 50, small + " of 60, seed " + SEED);
  }

  @Test
  void writersLeanFurtherWhereAMixSaysSo() {
    HandMix leaning = new HandMix(0.45, 0.2, 0.35, 1, 1);
    double usual = 0;
    double far = 0;
    for (int i = 0; i < 200; i++) {
      usual += WriterStyle.draw(HandMix.MIXED, new SeededRandom(SEED, i)).slant() / 200;
      double slant = WriterStyle.draw(leaning, new SeededRandom(SEED, i)).slant();
      assertTrue(slant <= 0.7, slant + ", writer " + i + " of seed " + SEED);
      far += slant / 200;
    }
    assertTrue(far > usual + 0.2, far + " against " + usual + ", seed " + SEED);
    assertThrows(IllegalArgumentException.class, () -> new HandMix(1, 0, 0, 1, 1.1));
  }

  @Test
  void drawsAnotherPictureByEachRecipe() {
    Set<Integer> pictures = new HashSet<>();
    long recipes = 0;
    for (Recipe recipe : Recipe.values()) {
      if (recipe.isImage()) {
        recipes++;
        pictures.add(Arrays.hashCode(synthesizer.draw(5, recipe).image().grey()));
      }
    }
    assertEquals(recipes, pictures.size());
  }

  @Test
  void boxIsTheExtentOfADigitsInkOnATurnedPage() {
    for (int i = 0; i < 30; i++) {
      SeededRandom random = new SeededRandom(SEED, i);
      WriterStyle style = WriterStyle.draw(HandMix.MIXED, random);
      Glyph glyph = new GlyphSource(DIGITS).draw("" + i % 10, style, random).get(0);
      Plane page = new Plane(220, 200);
      Box box = new Placement(glyph, 70, 60).draw(page, new Rotation(i % 11 - 5, 220, 200));
      Box ink = null;
      for (int y = 0; y < page.height; y++) {
        for (int x = 0; x < page.width; x++) {
          if (page.at(x, y) >= Glyph.STROKE) {
            Box pixel = new Box(x, y, 1, 1);
            ink = ink == null ? pixel : ink.union(pixel);
          }
        }
      }
      String name = "digit " + i + " of seed " + SEED + ": " + box + " of ink " + ink;
      assertEquals(box, box.union(ink), name);
      // a thin stroke's end is paler once it is turned
      assertTrue(box.width() - ink.width() <= 4 && box.height() - ink.height() <= 4, name);
    }
  }

  @Test
  void boxesOfTouchingDigitsOverlapOrAdjoinSomewhereInEveryField() {
    for (int i = 0; i < 20; i++) {
      LabelledField field = synthesizer.generate(i, Recipe.TOUCHING);
      List<Box> boxes = field.digitBoxes();
      boolean meets = false;
      for (int k = 1; k < boxes.size(); k++) {
        meets |= boxes.get(k).x() <= boxes.get(k - 1).right();
      }
      assertTrue(meets, field.file() + " of seed " + SEED);
    }
  }

  @Test
  void drawsTheNumberThatItIsAskedFor() {
    LabelledField field = synthesizer.generate(3, Recipe.BOXED, "007");
    assertEquals("007", field.number());
    assertEquals(3, field.digitBoxes().size());
    assertThrows(IllegalArgumentException.class, () -> synthesizer.generate(3, Recipe.BLANK, "1"));
    assertThrows(
        IllegalArgumentException.class, () -> synthesizer.generate(3, Recipe.CLEAN, "1.5"));
  }

  @Test
  void namesRecipesAndMixesAsTheCommandLineDoes() {
    assertEquals(Recipe.NOT_AN_IMAGE, Recipe.labelled("not-an-image"));
    assertEquals(
        Set.of(Recipe.CLEAN, Recipe.NOISY), RecipeMix.named("clean, noisy").shares().keySet());
    Exception e = assertThrows(IllegalArgumentException.class, () -> RecipeMix.named("cleen"));
    assertTrue(e.getMessage().contains("cleen") && e.getMessage().contains("underlined"));
    assertFalse(RecipeMix.MIXED.shares().containsKey(Recipe.TRUNCATED));
  }

  @Test
  void randomNumbersDifferFromFieldToField() {
    assertNotEquals(new SeededRandom(1, 0).nextLong(), new SeededRandom(1, 1).nextLong());
    assertNotEquals(new SeededRandom(1, 1).nextLong(), new SeededRandom(2, 1).nextLong());
  }

  /** The outermost two columns on the left: a box that was too wide would hold no ink there. */
  private static Box edge(Box box) {
    return new Box(box.x(), box.y(), Math.min(2, box.width()), box.height());
  }

  private static Box beyondAll(LabelledField field, BufferedImage image) {
    int right = field.digitBoxes().stream().mapToInt(Box::right).max().orElseThrow() + 4;
    return new Box(right, 0, image.getWidth() - right, image.getHeight());
  }

  private static double mean(BufferedImage image, Box box) {
    double sum = 0;
    for (int y = box.y(); y < box.bottom(); y++) {
      for (int x = box.x(); x < box.right(); x++) {
        sum += level(image, x, y);
      }
    }
    return sum / box.width() / box.height();
  }

  private static double darkest(BufferedImage image, Box box) {
    double least = 255;
    for (int y = box.y(); y < box.bottom(); y++) {
      for (int x = box.x(); x < box.right(); x++) {
        least = Math.min(least, level(image, x, y));
      }
    }
    return least;
  }

  private static double level(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) >> 16 & 0xff;
  }
}
