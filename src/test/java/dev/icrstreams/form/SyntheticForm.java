package dev.icrstreams.form;

import dev.icrstreams.data.ShippedDigits;
import dev.icrstreams.form.geometry.Mark;
import dev.icrstreams.form.template.FormField;
import dev.icrstreams.form.template.FormTemplate;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.image.ImageDecoder;
import dev.icrstreams.image.ImageLimits;
import dev.icrstreams.synth.FieldSynthesizer;
import dev.icrstreams.synth.Recipe;
import dev.icrstreams.synth.RecipeMix;
import dev.icrstreams.synth.style.HandMix;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A filled-in form as it left the pen: what a template says is printed, and synthetic numbers in
 * its boxes. Run it to make {@code docs/forms/meter-card.png} anew.
 */
public final class SyntheticForm {
  /** The sample's template. */
  public static final Path TEMPLATE = Path.of("docs/forms/meter-card.json");

  /** The sample. */
  public static final Path SAMPLE = Path.of("docs/forms/meter-card.png");

  /** What is written on the sample, by the field's name. */
  public static final Map<String, String> NUMBERS =
      Map.of("meter", "274906", "reading", "58312", "zip", "10475");

  private static final long SEED = 12;
  private static final int PAPER = 244;
  private static final int PRINT = 40;
  private static final ImageDecoder DECODER =
      new ImageDecoder(new ImageLimits(Integer.MAX_VALUE, 100_000_000, 20_000, 1));

  private final FormTemplate template;
  private final int width;
  private final int height;
  private final byte[] grey;

  private SyntheticForm(FormTemplate template, int width) {
    this.template = template;
    this.width = width;
    this.height = (int) Math.round(width * template.height() / template.width());
    this.grey = new byte[width * height];
    Arrays.fill(grey, (byte) PAPER);
  }

  /** Writes the sample. */
  public static void main(String[] arguments) throws IOException {
    GreyImage page = filled(FormTemplate.read(TEMPLATE), 1_240);
    Files.write(SAMPLE, png(Scanned.by(page, new Scanned.Scanner().skewed(1.2).shifted(6, -4))));
  }

  /** A page with all three numbers of the sample. */
  static GreyImage filled(FormTemplate template, int width) {
    SyntheticForm form = new SyntheticForm(template, width);
    form.print();
    FieldSynthesizer fields =
        new FieldSynthesizer(ShippedDigits.load(), RecipeMix.MIXED, HandMix.named("digits"), SEED);
    int index = 0;
    for (FormField field : template.fields()) {
      byte[] file = fields.generate(++index, Recipe.CLEAN, NUMBERS.get(field.name())).image();
      form.write(field, DECODER.decode(file));
    }
    return new GreyImage(form.width, form.height, form.grey, 1);
  }

  /** A page with nothing on it but print. */
  static GreyImage empty(FormTemplate template, int width) {
    SyntheticForm form = new SyntheticForm(template, width);
    form.print();
    return new GreyImage(form.width, form.height, form.grey, 1);
  }

  /** A grey picture as a PNG file. */
  public static byte[] png(GreyImage image) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    ImageIO.write(picture(image), "png", bytes);
    return bytes.toByteArray();
  }

  /** The same as Java has it. */
  public static BufferedImage picture(GreyImage image) {
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setDataElements(0, 0, image.width(), image.height(), image.grey());
    return picture;
  }

  private void print() {
    template.registration().marks().forEach(this::mark);
    for (FormField field : template.fields()) {
      frame(field);
      // a caption, as far as a printer of a few dots a letter can
      text(field.x(), field.y() - 0.045, field.width() * 0.6);
    }
    text(0.3, 0.13, 0.4);
    text(0.3, 0.17, 0.35);
    text(0.55, 0.68, 0.3);
    text(0.55, 0.72, 0.32);
  }

  private void mark(Mark mark) {
    double x = mark.x() * width;
    double y = mark.y() * height;
    double size = mark.size() * width;
    switch (mark.shape()) {
      case SQUARE -> fill(x - size / 2, y - size / 2, size, size, PRINT);
      case DISC -> {
        for (int v = (int) (y - size); v < y + size; v++) {
          for (int u = (int) (x - size); u < x + size; u++) {
            if (Math.hypot(u + 0.5 - x, v + 0.5 - y) <= size / 2) {
              fill(u, v, 1, 1, PRINT);
            }
          }
        }
      }
      case CORNER -> {
        double thick = size / 6;
        double left = mark.x() < 0.5 ? x : x - size;
        double top = mark.y() < 0.5 ? y : y - size;
        fill(left, mark.y() < 0.5 ? y : y - thick, size, thick, PRINT);
        fill(mark.x() < 0.5 ? x : x - thick, top, thick, size, PRINT);
      }
    }
  }

  private void frame(FormField field) {
    double x = field.x() * width;
    double y = field.y() * height;
    double w = field.width() * width;
    double h = field.height() * height;
    fill(x, y, w, 2, 150);
    fill(x, y + h - 2, w, 2, 150);
    fill(x, y, 2, h, 150);
    fill(x + w - 2, y, 2, h, 150);
  }

  private void text(double x, double y, double length) {
    double letter = 0.006 * width;
    for (double at = x * width; at < (x + length) * width; at += 1.5 * letter) {
      if ((int) (at * 7) % 5 != 0) {
        fill(at, y * height, letter, 0.25 * letter, 90);
        fill(at, y * height, 0.3 * letter, 1.6 * letter, 90);
      }
    }
  }

  private void fill(double x, double y, double w, double h, int level) {
    for (int v = (int) Math.round(y); v < Math.min(height, Math.round(y + h)); v++) {
      for (int u = (int) Math.round(x); u < Math.min(width, Math.round(x + w)); u++) {
        grey[Math.max(0, v) * width + Math.max(0, u)] = (byte) level;
      }
    }
  }

  /** Lays the field on the box, as large as it fits: the darker of print and pen stays. */
  private void write(FormField field, GreyImage pen) {
    double boxWidth = field.width() * width - 8;
    double boxHeight = field.height() * height - 8;
    double scale = Math.min(boxWidth / pen.width(), boxHeight / pen.height());
    int left = (int) (field.x() * width + 4 + (boxWidth - scale * pen.width()) / 2);
    int top = (int) (field.y() * height + 4 + (boxHeight - scale * pen.height()) / 2);
    int light = lightest(pen);
    for (int v = 0; v < (int) (scale * pen.height()); v++) {
      for (int u = 0; u < (int) (scale * pen.width()); u++) {
        int level = Scanned.level(pen, (u + 0.5) / scale, (v + 0.5) / scale, light);
        int at = (top + v) * width + left + u;
        grey[at] = (byte) Math.min(grey[at] & 0xff, level * PAPER / light);
      }
    }
  }

  private static int lightest(GreyImage pen) {
    byte[] sorted = pen.grey().clone();
    int[] levels = new int[sorted.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = sorted[i] & 0xff;
    }
    Arrays.sort(levels);
    return Math.max(1, levels[levels.length / 2]);
  }
}
