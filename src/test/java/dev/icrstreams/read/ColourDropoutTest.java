package dev.icrstreams.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.data.ShippedDigits;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.ReviewReason;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.image.TestImages;
import dev.icrstreams.synth.DrawnField;
import dev.icrstreams.synth.FieldSynthesizer;
import dev.icrstreams.synth.Recipe;
import dev.icrstreams.synth.RecipeMix;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ink of another colour than the writing's does not decide what is read. */
class ColourDropoutTest {
  private static final long SEED = 20_261_202;
  private static final int FIELDS = 40;
  private static final int PENS = 4;

  /** Without looking at the inks apart 25 of them are read. */
  private static final int AT_LEAST = 32;

  private static final Color RED = new Color(225, 60, 50);
  private static final Color BLUE = new Color(40, 60, 170);
  private static final Color BLACK = new Color(25, 25, 25);

  private final FieldSynthesizer clean =
      new FieldSynthesizer(ShippedDigits.load(), RecipeMix.of(Recipe.CLEAN, 1), SEED);
  private FieldReader reader;

  @BeforeEach
  void start() {
    reader = FieldReader.create(Config.defaults(), StageListener.NONE);
  }

  @AfterEach
  void stop() {
    reader.close();
  }

  @Test
  void formsAndStampsOfOneColourAndPensOfAnotherAreToldApart() {
    FieldSynthesizer coloured =
        new FieldSynthesizer(ShippedDigits.load(), RecipeMix.of(Recipe.COLOURED, 1), SEED);
    int right = 0;
    for (int i = 0; i < FIELDS; i++) {
      DrawnField field = coloured.draw(i);
      right += read(coloured.generate(i).image()).number().equals(field.number()) ? 1 : 0;
    }
    assertTrue(right >= AT_LEAST, right + " of " + FIELDS + ", seed " + SEED);
  }

  @Test
  void aPenOfAnyColourIsReadAmidTheFormsLines() {
    DrawnField field = clean.draw(0);
    assertEquals(field.number(), read(lines(written(field.image(), BLACK), RED)).number());
    assertEquals(field.number(), read(lines(written(field.image(), BLUE), BLACK)).number());
    assertEquals(field.number(), read(lines(written(field.image(), RED), BLACK)).number());
    assertEquals(field.number(), read(lines(written(field.image(), BLUE), RED)).number());
  }

  /** Alone, a ring looks like a 0 that nobody could write more clearly. */
  @Test
  void aRingInRedIsNoNumber() {
    DrawnField field = clean.draw(0);
    BufferedImage image = written(field.image(), BLACK);
    Graphics2D g = pen(image, RED);
    g.drawOval(3, 3, image.getWidth() - 7, image.getHeight() - 7);
    Reading reading = read(image);
    assertEquals(field.number(), reading.number());
    assertTrue(reading.doubts().isEmpty(), reading.doubts().toString());
  }

  /** A ring around one digit is as wide as it is high, as zeros are. */
  @Test
  void aRingInRedAroundOneDigitIsNoZero() {
    DrawnField field = clean.draw(0);
    BufferedImage image = written(field.image(), BLACK);
    for (int i = 0; i < field.number().length(); i++) {
      Box digit = field.digitBoxes().get(i);
      int size = 2 * Math.max(digit.width(), digit.height());
      BufferedImage one = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
      Graphics2D g = pen(one, Color.WHITE);
      g.fillRect(0, 0, size, size);
      g.drawImage(
          image.getSubimage(digit.x(), digit.y(), digit.width(), digit.height()),
          (size - digit.width()) / 2,
          (size - digit.height()) / 2,
          null);
      g.setColor(RED);
      g.drawOval(3, 3, size - 7, size - 7);
      assertEquals(field.number().substring(i, i + 1), read(one).number(), "digit " + i);
    }
  }

  /** Whoever adds a digit to a cheque may have another pen: neither ink alone is the number. */
  @Test
  void aDigitInAnotherInkIsReadAndIsADoubt() {
    for (int i = 0; i < PENS; i++) {
      DrawnField field = clean.draw(i);
      List<Box> digits = field.digitBoxes();
      for (Box other : List.of(digits.get(0), digits.get(digits.size() - 1))) {
        BufferedImage image = written(field.image(), BLACK);
        BufferedImage blue = written(field.image(), BLUE);
        image
            .createGraphics()
            .drawImage(
                blue.getSubimage(other.x(), 0, other.width(), blue.getHeight()),
                other.x(),
                0,
                null);
        Reading reading = read(image);
        String what = "field " + i + ", digit at " + other.x() + ", seed " + SEED;
        assertEquals(read(written(field.image(), BLACK)).number(), reading.number(), what);
        assertTrue(reading.doubts().contains(ReviewReason.of(ReviewReason.Code.TWO_INKS)), what);
      }
    }
  }

  /** A printed number beside a written one: nobody knows which is meant. */
  @Test
  void twoNumbersInTwoInksAreADoubt() {
    BufferedImage left = written(clean.draw(0).image(), BLACK);
    BufferedImage right = written(clean.draw(1).image(), RED);
    int height = Math.max(left.getHeight(), right.getHeight());
    BufferedImage both =
        new BufferedImage(left.getWidth() + right.getWidth(), height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = both.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, both.getWidth(), height);
    g.drawImage(left, 0, 0, null);
    g.drawImage(right, left.getWidth(), 0, null);
    assertTrue(
        read(both).doubts().contains(ReviewReason.of(ReviewReason.Code.TWO_INKS)), "seed " + SEED);
  }

  private Reading read(BufferedImage image) {
    return read(TestImages.png(image, 3937, 3937));
  }

  private Reading read(byte[] image) {
    return reader.read(image, Constraints.NONE);
  }

  /** Rules across the writing. */
  private static BufferedImage lines(BufferedImage image, Color colour) {
    Graphics2D g = pen(image, colour);
    for (int i = 1; i <= 3; i++) {
      int y = i * image.getHeight() / 4;
      g.drawLine(0, y, image.getWidth(), y);
    }
    return image;
  }

  private static Graphics2D pen(BufferedImage image, Color colour) {
    Graphics2D g = image.createGraphics();
    g.setColor(colour);
    g.setStroke(new BasicStroke(Math.max(1, image.getHeight() / 25f)));
    return g;
  }

  /** The same writing with a pen of this colour on white paper. */
  private static BufferedImage written(GreyImage scan, Color colour) {
    BufferedImage image =
        new BufferedImage(scan.width(), scan.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < scan.height(); y++) {
      for (int x = 0; x < scan.width(); x++) {
        double light = Math.min(1, scan.at(x, y) / 240.0);
        image.setRGB(
            x,
            y,
            new Color(
                    mixed(colour.getRed(), light),
                    mixed(colour.getGreen(), light),
                    mixed(colour.getBlue(), light))
                .getRGB());
      }
    }
    return image;
  }

  private static int mixed(int ink, double light) {
    return (int) Math.round(ink + (255 - ink) * light);
  }
}
