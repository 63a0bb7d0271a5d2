package dev.icrstreams.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;

/**
 * Image files made on the spot: a bold L on paper, which looks different whichever way it is
 * turned.
 */
public final class TestImages {
  static final int WIDTH = 48;
  static final int HEIGHT = 32;

  /** Where the chunks of a PNG go on. */
  private static final int AFTER_HEADER = 33;

  private TestImages() {}

  public static BufferedImage letter(int type, Color paper, Color ink) {
    return drawn(new BufferedImage(WIDTH, HEIGHT, type), paper, ink);
  }

  static BufferedImage letter(IndexColorModel palette, Color paper, Color ink) {
    int type =
        palette.getPixelSize() < 8
            ? BufferedImage.TYPE_BYTE_BINARY
            : BufferedImage.TYPE_BYTE_INDEXED;
    return drawn(new BufferedImage(WIDTH, HEIGHT, type, palette), paper, ink);
  }

  public static BufferedImage drawn(BufferedImage image, Color paper, Color ink) {
    Graphics2D g = image.createGraphics();
    g.setComposite(java.awt.AlphaComposite.Src);
    g.setColor(paper);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.setColor(ink);
    g.fillRect(8, 4, 8, 24);
    g.fillRect(8, 20, 24, 8);
    g.dispose();
    return image;
  }

  /** Whether a decoded image shows the letter upright, dark on light. */
  static boolean showsLetter(GreyImage image) {
    return image.width() == WIDTH
        && image.height() == HEIGHT
        && image.at(12, 8) < 100
        && image.at(12, 24) < 100
        && image.at(28, 24) < 100
        && image.at(28, 8) > 150
        && image.at(4, 4) > 150
        && image.at(44, 28) > 150;
  }

  static IndexColorModel greys(int bits) {
    int size = 1 << bits;
    byte[] values = new byte[size];
    for (int i = 0; i < size; i++) {
      values[i] = (byte) (i * 255 / (size - 1));
    }
    return new IndexColorModel(bits, size, values, values, values);
  }

  public static byte[] encode(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("no writer for " + format + " of " + image);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A TIFF of one or more pages by the JDK's own writer. */
  public static byte[] tiff(String compression, List<BufferedImage> pages) {
    return write(
        "tiff",
        writer -> {
          ImageWriteParam param = writer.getDefaultWriteParam();
          if (compression != null) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
          }
          writer.prepareWriteSequence(null);
          for (BufferedImage page : pages) {
            writer.writeToSequence(new IIOImage(page, null, null), param);
          }
          writer.endWriteSequence();
        });
  }

  /** A PNG that says how many pixels it has to the metre, across and down. */
  public static byte[] png(BufferedImage image, int across, int down) {
    byte[] data = ByteBuffer.allocate(9).putInt(across).putInt(down).put((byte) 1).array();
    return insert(encode(image, "png"), AFTER_HEADER, chunk("pHYs", data));
  }

  /** A TIFF by CCITT's Group 4 that says how many pixels it has to the inch, across and down. */
  public static byte[] fax(BufferedImage page, int across, int down) {
    BufferedImage bilevel =
        new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
    bilevel.getGraphics().drawImage(page, 0, 0, null);
    return write(
        "tiff",
        writer -> {
          ImageWriteParam param = writer.getDefaultWriteParam();
          param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
          param.setCompressionType("CCITT T.6");
          TIFFDirectory tags =
              TIFFDirectory.createFromMetadata(
                  writer.getDefaultImageMetadata(new ImageTypeSpecifier(bilevel), param));
          tags.addTIFFField(resolution(BaselineTIFFTagSet.TAG_X_RESOLUTION, across));
          tags.addTIFFField(resolution(BaselineTIFFTagSet.TAG_Y_RESOLUTION, down));
          writer.write(null, new IIOImage(bilevel, null, tags.getAsMetadata()), param);
        });
  }

  private static TIFFField resolution(int tag, int dotsPerInch) {
    return new TIFFField(
        BaselineTIFFTagSet.getInstance().getTag(tag),
        TIFFTag.TIFF_RATIONAL,
        1,
        new long[][] {{dotsPerInch, 1}});
  }

  public static byte[] gif(int frames) {
    return write(
        "gif",
        writer -> {
          writer.prepareWriteSequence(null);
          for (int i = 0; i < frames; i++) {
            Color ink = i == 0 ? Color.BLACK : Color.WHITE;
            BufferedImage frame = letter(BufferedImage.TYPE_BYTE_BINARY, Color.WHITE, ink);
            writer.writeToSequence(new IIOImage(frame, null, null), null);
          }
          writer.endWriteSequence();
        });
  }

  /**
   * A JPEG whose components are written as they are, with an Adobe segment of that transform; a
   * negative transform leaves the segment out.
   */
  public static byte[] jpeg(WritableRaster raster, int transform) {
    byte[] plain =
        write(
            "jpeg",
            writer -> {
              ImageWriteParam param = writer.getDefaultWriteParam();
              param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
              param.setCompressionQuality(0.95f);
              writer.write(null, new IIOImage(raster, null, null), param);
            });
    if (transform < 0) {
      return plain;
    }
    byte[] adobe = {
      (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform
    };
    return insert(plain, 2, adobe);
  }

  /** The letter in four components, each 255 where the paper or the ink says so. */
  public static WritableRaster fourComponents(int[] paper, int[] ink) {
    BufferedImage letter = letter(BufferedImage.TYPE_BYTE_GRAY, Color.WHITE, Color.BLACK);
    WritableRaster raster =
        Raster.createInterleavedRaster(java.awt.image.DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 4, null);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        raster.setPixel(x, y, letter.getRaster().getSample(x, y, 0) == 0 ? ink : paper);
      }
    }
    return raster;
  }

  public static byte[] exif(byte[] jpeg, int orientation) {
    ByteBuffer segment = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 + 4);
    segment.putShort((short) 0xffe1).putShort((short) (segment.capacity() - 2));
    segment.put(new byte[] {'E', 'x', 'i', 'f', 0, 0});
    segment.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 1);
    segment.putShort((short) 274).putShort((short) 3).putInt(1);
    segment.putShort((short) orientation).putShort((short) 0).putInt(0);
    return insert(jpeg, 2, segment.array());
  }

  public static byte[] insert(byte[] into, int at, byte[] what) {
    return ByteBuffer.allocate(into.length + what.length)
        .put(into, 0, at)
        .put(what)
        .put(into, at, into.length - at)
        .array();
  }

  /** A PNG chunk with its checksum. */
  public static byte[] chunk(String type, byte[] data) {
    CRC32 crc = new CRC32();
    byte[] name = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    crc.update(name);
    crc.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(name)
        .put(data)
        .putInt((int) crc.getValue())
        .array();
  }

  public static byte[] pngHeader(int width, int height) {
    byte[] size = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 1).array();
    byte[] start = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    byte[] end = insert(chunk("IDAT", new byte[2]), 14, chunk("IEND", new byte[0]));
    return insert(insert(start, 8, end), 8, chunk("IHDR", size));
  }

  /** Writes with a writer that has somewhere to write to. */
  private interface Writing {
    void with(ImageWriter writer) throws IOException;
  }

  private static byte[] write(String format, Writing writing) {
    ImageWriter writer = writer(format);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writing.with(writer);
      stream.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** The JDK's own: other plug-ins may be on the class path. */
  private static ImageWriter writer(String format) {
    for (Iterator<ImageWriter> all = ImageIO.getImageWritersByFormatName(format); all.hasNext(); ) {
      ImageWriter writer = all.next();
      if (writer.getClass().getName().startsWith("com.sun.imageio.plugins." + format + ".")) {
        return writer;
      }
    }
    throw new IllegalStateException("the JDK writes no " + format);
  }
}
