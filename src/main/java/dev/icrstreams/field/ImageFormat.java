package dev.icrstreams.field;

import java.util.Locale;
import java.util.Optional;

/** The image formats that fields come in, told apart by the first bytes of the file. */
public enum ImageFormat {
  /** Portable Network Graphics. */
  PNG,
  /** JPEG, with whatever wrapping. */
  JPEG,
  /** TIFF of either byte order. */
  TIFF,
  /** Windows bitmap. */
  BMP,
  /** Graphics Interchange Format. */
  GIF;

  /** The usual ending of such files' names, such as {@code png}. */
  public String extension() {
    return switch (this) {
      case JPEG -> "jpg";
      case TIFF -> "tif";
      default -> name().toLowerCase(Locale.ROOT);
    };
  }

  /** The format whose signature the bytes start with, if any. */
  public static Optional<ImageFormat> detect(byte[] bytes) {
    if (startsWith(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
      return Optional.of(PNG);
    }
    if (startsWith(bytes, 0xff, 0xd8, 0xff)) {
      return Optional.of(JPEG);
    }
    if (startsWith(bytes, 'I', 'I', 42, 0)
        || startsWith(bytes, 'M', 'M', 0, 42)
        || startsWith(bytes, 'I', 'I', 43, 0)
        || startsWith(bytes, 'M', 'M', 0, 43)) {
      return Optional.of(TIFF);
    }
    if (startsWith(bytes, 'G', 'I', 'F', '8', '7', 'a')
        || startsWith(bytes, 'G', 'I', 'F', '8', '9', 'a')) {
      return Optional.of(GIF);
    }
    if (isBitmap(bytes)) {
      return Optional.of(BMP);
    }
    return Optional.empty();
  }

  /** Two letters alone would take text for a bitmap: the reserved words are zero as well. */
  private static boolean isBitmap(byte[] bytes) {
    return startsWith(bytes, 'B', 'M')
        && bytes.length >= 10
        && (bytes[6] | bytes[7] | bytes[8] | bytes[9]) == 0;
  }

  private static boolean startsWith(byte[] bytes, int... signature) {
    if (bytes.length < signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((bytes[i] & 0xff) != signature[i]) {
        return false;
      }
    }
    return true;
  }
}
