package dev.icrstreams.read;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.data.ShippedDigits;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.synth.DrawnField;
import dev.icrstreams.synth.FieldSynthesizer;
import dev.icrstreams.synth.Recipe;
import dev.icrstreams.synth.RecipeMix;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers that are well written, but not well seen: the reader has to find its way to them. */
class HardViewNumberTest {
  private static final long SEED = 20_261_201;
  private static final int FIELDS = 60;
  private static final double AT_LEAST = 0.87;

  enum View {
    /** In a heavy black frame amid paper. */
    FRAMED {
      @Override
      BufferedImage of(BufferedImage field, Color paper) {
        int line = Math.max(3, field.getHeight() / 12);
        int room = 4 * line;
        BufferedImage framed =
            paper(field.getWidth() + 2 * room, field.getHeight() + 2 * room, paper);
        Graphics2D g = framed.createGraphics();
        g.drawImage(field, room, room, null);
        g.setColor(new Color(15, 15, 15));
        g.setStroke(new BasicStroke(line));
        int at = 2 * line + line / 2;
        g.drawRect(at, at, framed.getWidth() - 2 * at, framed.getHeight() - 2 * at);
        g.dispose();
        return framed;
      }
    },
    /** Climbing by 8 degrees. */
    CLIMBING {
      @Override
      BufferedImage of(BufferedImage field, Color paper) {
        double angle = Math.toRadians(-8);
        int rise = (int) Math.ceil(Math.sin(-angle) * field.getWidth());
        int width = field.getWidth() + (int) Math.ceil(Math.sin(-angle) * field.getHeight());
        BufferedImage turned = paper(width, field.getHeight() + rise, paper);
        Graphics2D g = turned.createGraphics();
        g.setRenderingHint(
            RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.translate(0, rise);
        g.rotate(angle);
        g.drawImage(field, 0, 0, null);
        g.dispose();
        return turned;
      }
    };

    abstract BufferedImage of(BufferedImage field, Color paper);

    private static BufferedImage paper(int width, int height, Color paper) {
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
      for (int i = 0; i < width * height; i++) {
        image.getRaster().setSample(i % width, i / width, 0, paper.getRed());
      }
      return image;
    }
  }

  @ParameterizedTest
  @EnumSource
  void isReadAsItWasWritten(View view) {
    FieldSynthesizer synthesizer =
        new FieldSynthesizer(ShippedDigits.load(), RecipeMix.of(Recipe.UNDERLINED, 1), SEED);
    List<String> wrong = new ArrayList<>();
    try (FieldReader reader = FieldReader.create(Config.defaults(), StageListener.NONE)) {
      for (int i = 0; i < FIELDS; i++) {
        DrawnField field = synthesizer.draw(i);
        GreyImage image = seen(view, field.image());
        Segmentation segmentation = reader.segment(image);
        Reading reading =
            reader.search(image, segmentation, reader.classify(segmentation), Constraints.NONE);
        assertNotEquals(Outcome.BLANK, reading.outcome(), "field " + i + " of seed " + SEED);
        if (!reading.number().equals(field.number())) {
          wrong.add(field.number() + " read as " + reading.number());
        }
      }
    }
    assertTrue(wrong.size() <= (1 - AT_LEAST) * FIELDS, "seed " + SEED + ", " + wrong);
  }

  private static GreyImage seen(View view, GreyImage scan) {
    BufferedImage field =
        new BufferedImage(scan.width(), scan.height(), BufferedImage.TYPE_BYTE_GRAY);
    byte[] levels = ((DataBufferByte) field.getRaster().getDataBuffer()).getData();
    System.arraycopy(scan.grey(), 0, levels, 0, levels.length);
    int paper = levels[0] & 0xff;
    BufferedImage out = view.of(field, new Color(paper, paper, paper));
    byte[] grey = ((DataBufferByte) out.getRaster().getDataBuffer()).getData();
    return new GreyImage(out.getWidth(), out.getHeight(), grey, 1);
  }
}
