package dev.icrstreams.explain.html;

import dev.icrstreams.field.Ink;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture for the page.
 *
 * @param width columns
 * @param height rows
 * @param uri the PNG file as data URI
 */
public record Png(int width, int height, String uri) {
  /** A grey picture; {@code value} tells a pixel's light by column and row, 0 to 255. */
  public static Png grey(int width, int height, IntBinaryOperator value) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.getRaster().setSample(x, y, 0, value.applyAsInt(x, y));
      }
    }
    return of(image);
  }

  /** A coloured picture; {@code value} tells a pixel's colour as 0xRRGGBB. */
  public static Png colour(int width, int height, IntBinaryOperator value) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, value.applyAsInt(x, y));
      }
    }
    return of(image);
  }

  /** Ink, dark on white. */
  public static Png ink(Ink ink) {
    return grey(ink.width(), ink.height(), (x, y) -> 255 - ink.at(x, y));
  }

  private static Png of(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a picture to memory", e);
    }
    return new Png(
        image.getWidth(),
        image.getHeight(),
        "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray()));
  }
}
