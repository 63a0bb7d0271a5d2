package dev.icrstreams.image.codec;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * ImageIO readers by the name of their class: which plugin is asked first depends on the order of
 * the class path, and results must not.
 */
final class Readers {
  static final Readers PNG = new Readers("com.sun.imageio.plugins.png.PNGImageReader");
  static final Readers JPEG = new Readers("com.sun.imageio.plugins.jpeg.JPEGImageReader");
  static final Readers BMP = new Readers("com.sun.imageio.plugins.bmp.BMPImageReader");
  static final Readers GIF = new Readers("com.sun.imageio.plugins.gif.GIFImageReader");
  static final Readers TIFF = new Readers("com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReader");

  static {
    // readers open streams of their own, and a service has no business with temporary files
    ImageIO.setUseCache(false);
  }

  private final ImageReaderSpi spi;

  private Readers(String className) {
    this.spi = find(className);
  }

  BufferedImage image(byte[] bytes) throws IOException {
    return with(bytes, reader -> reader.read(0));
  }

  Raster raster(byte[] bytes) throws IOException {
    return with(bytes, reader -> reader.readRaster(0, null));
  }

  private interface Use<T> {
    T of(ImageReader reader) throws IOException;
  }

  private <T> T with(byte[] bytes, Use<T> use) throws IOException {
    ImageReader reader = spi.createReaderInstance();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Warnings warnings = new Warnings();
      reader.addIIOReadWarningListener(warnings);
      reader.setInput(in, true, true);
      T result = use.of(reader);
      if (warnings.serious != null) {
        throw new IIOException(warnings.serious);
      }
      return result;
    } finally {
      reader.dispose();
    }
  }

  private static ImageReaderSpi find(String className) {
    Iterator<ImageReaderSpi> all =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
    while (all.hasNext()) {
      ImageReaderSpi spi = all.next();
      if (spi.getPluginClassName().equals(className)) {
        return spi;
      }
    }
    throw new IllegalStateException("no ImageIO plugin " + className);
  }

  /** A reader that met broken pixels warns, and fills the rest with grey. */
  private static final class Warnings implements IIOReadWarningListener {
    private String serious;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
      if (!warning.contains("extraneous bytes")) {
        serious = warning;
      }
    }
  }
}
