package dev.icrstreams.synth.scan;

import dev.icrstreams.image.GreyImage;
import dev.icrstreams.image.ImageDecoder;
import dev.icrstreams.image.ImageLimits;
import dev.icrstreams.image.codec.Shades;
import dev.icrstreams.synth.raster.SeededRandom;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The file formats that scanners write, with how often a synthetic field comes in each. */
public enum ScanFormat {
  PNG_GREY("png", 0.66, false, ""),
  PNG_COLOUR("png", 0.07, true, ""),
  JPEG_GREY("jpg", 0.09, false, ""),
  JPEG_COLOUR("jpg", 0.04, true, ""),
  TIFF_G4("tif", 0.06, false, "CCITT T.6"),
  GIF("gif", 0.04, false, ""),
  BMP("bmp", 0.04, false, "");

  private static final ImageDecoder DECODER =
      new ImageDecoder(new ImageLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 1));

  private static final int GIF_GREYS = 16;

  /** What scanners use that see no contrast to place their threshold in. */
  private static final int PLAIN_THRESHOLD = 128;

  private static final int LEAST_CONTRAST = 60;

  private final String extension;
  private final double share;
  private final boolean colour;
  private final String compression;

  ScanFormat(String extension, double share, boolean colour, String compression) {
    this.extension = extension;
    this.share = share;
    this.colour = colour;
    this.compression = compression;
  }

  /** What its files' names end with, without the dot. */
  public String extension() {
    return extension;
  }

  /** Whether it keeps colours. */
  public boolean isColour() {
    return colour;
  }

  /** The format of a field; bad scans come in what made them bad more often than others. */
  public static ScanFormat draw(boolean bad, SeededRandom random) {
    if (bad && random.chance(0.6)) {
      return random.chance(0.5) ? TIFF_G4 : random.chance(0.7) ? JPEG_GREY : JPEG_COLOUR;
    }
    double left = random.uniform();
    for (ScanFormat format : values()) {
      left -= format.share;
      if (left < 0) {
        return format;
      }
    }
    return PNG_GREY;
  }

  /** The picture in a file; {@code quality} is JPEG's, 0 to 1. */
  public byte[] encode(Picture picture, double quality) {
    ImageWriter writer = writer();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (!compression.isEmpty()) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionType(compression);
      }
      if (isLossy()) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality((float) quality);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(image(picture), null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** What comes out of that file again; only lossy formats make one to find out. */
  public GreyImage seen(Picture picture, double quality) {
    if (isLossy()) {
      return DECODER.decode(encode(picture, quality));
    }
    Shades shades = Shades.black(picture.width() * picture.height(), colour);
    int threshold = this == TIFF_G4 ? threshold(picture) : 0;
    for (int i = 0; i < shades.grey().length; i++) {
      int level = sample(picture.level(0, i), threshold);
      if (colour) {
        shades.colour(i, level, picture.level(1, i), picture.level(2, i));
        continue;
      }
      shades.grey(
          i,
          switch (this) {
            case TIFF_G4 -> 255 * level;
            case GIF -> 255 * level / (GIF_GREYS - 1);
            default -> level;
          });
    }
    return new GreyImage(picture.width(), picture.height(), shades.grey(), 1, 1, shades.channels());
  }

  /** What is left of a picture's first channel in this format, but for a JPEG's own losses. */
  public float[] levels(Picture picture) {
    if (this != TIFF_G4) {
      return picture.channels()[0];
    }
    int threshold = threshold(picture);
    float[] levels = new float[picture.width() * picture.height()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = 255 * sample(picture.level(0, i), threshold);
    }
    return levels;
  }

  private boolean isLossy() {
    return this == JPEG_GREY || this == JPEG_COLOUR;
  }

  /** The JDK's own writer: what other plug-ins are on the class path must not change a byte. */
  private ImageWriter writer() {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersBySuffix(extension);
    while (writers.hasNext()) {
      ImageWriter writer = writers.next();
      if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
        return writer;
      }
    }
    throw new IllegalStateException("the JDK has no writer for " + extension);
  }

  private BufferedImage image(Picture picture) {
    int width = picture.width();
    int height = picture.height();
    BufferedImage image =
        switch (this) {
          case TIFF_G4 -> new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
          case GIF -> new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, greys());
          case PNG_COLOUR, JPEG_COLOUR ->
              new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
          default -> new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        };
    // into the raster, since setRGB would put grey levels through a colour conversion
    WritableRaster raster = image.getRaster();
    int threshold = this == TIFF_G4 ? threshold(picture) : 0;
    for (int c = 0; c < raster.getNumBands(); c++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          raster.setSample(x, y, c, sample(picture.level(c, y * width + x), threshold));
        }
      }
    }
    return image;
  }

  /** Midway between the darkest and the lightest hundredth of the picture. */
  private static int threshold(Picture picture) {
    float[] levels = picture.channels()[0].clone();
    Arrays.sort(levels);
    float darkest = levels[levels.length / 100];
    float lightest = levels[levels.length - 1 - levels.length / 100];
    return lightest - darkest < LEAST_CONTRAST
        ? PLAIN_THRESHOLD
        : Math.round((darkest + lightest) / 2);
  }

  private int sample(int level, int threshold) {
    return switch (this) {
      case TIFF_G4 -> level < threshold ? 0 : 1;
      case GIF -> (level * (GIF_GREYS - 1) + 127) / 255;
      default -> level;
    };
  }

  private static IndexColorModel greys() {
    byte[] levels = new byte[GIF_GREYS];
    for (int i = 0; i < GIF_GREYS; i++) {
      levels[i] = (byte) (255 * i / (GIF_GREYS - 1));
    }
    return new IndexColorModel(8, GIF_GREYS, levels, levels, levels);
  }
}
