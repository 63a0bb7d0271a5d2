package dev.icrstreams.image.codec;

import dev.icrstreams.field.RejectedFieldException;

/** The orientation in an EXIF segment; metadata that cannot be read is as good as none. */
final class ExifOrientation {
  private static final int PREFIX = 6;

  private ExifOrientation() {}

  static int of(Bytes file, int from, int to, int otherwise) {
    if (!file.has(from, "Exif\0\0")) {
      return otherwise;
    }
    int base = from + PREFIX;
    try {
      Bytes bytes = new Bytes(file.array(), file.has(base, "II"));
      long directory = base + bytes.u32(base + 4L);
      int entries = bytes.u16(directory);
      for (int i = 0; i < entries && directory + 14 + 12L * i <= to; i++) {
        long entry = directory + 2 + 12L * i;
        if (bytes.u16(entry) == Orientation.TAG) {
          return bytes.u16(entry + 8);
        }
      }
    } catch (RejectedFieldException e) {
      return otherwise;
    }
    return otherwise;
  }
}
