package dev.icrstreams.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

/** Damages bytes in the ways that parsers stumble over. */
final class Damage {
  private static final int[] NUMBERS = {
    0, 1, -1, 2, 127, 128, 255, 256, 32_767, 65_535, 1 << 24, Integer.MAX_VALUE, Integer.MIN_VALUE
  };
  private static final int PNG_SIGNATURE = 8;

  private final Random random;

  Damage(Random random) {
    this.random = random;
  }

  /** Some of one, perhaps with some of another. */
  byte[] of(byte[] one, byte[] another) {
    byte[] bytes = one.clone();
    for (int times = random.nextInt(4); times >= 0 && bytes.length > 0; times--) {
      switch (random.nextInt(6)) {
        case 0 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        case 2, 3 -> number(bytes);
        case 4 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        default -> bytes = spliced(bytes, another);
      }
    }
    if (random.nextBoolean()) {
      mendChecksums(bytes);
    }
    return bytes;
  }

  private void number(byte[] bytes) {
    int value = NUMBERS[random.nextInt(NUMBERS.length)];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    buffer.order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    // more often near the start, where headers are
    int room = random.nextBoolean() ? Math.min(bytes.length, 200) : bytes.length;
    if (room >= 4 && random.nextBoolean()) {
      buffer.putInt(random.nextInt(room - 3), value);
    } else if (room >= 2) {
      buffer.putShort(random.nextInt(room - 1), (short) value);
    }
  }

  private byte[] spliced(byte[] bytes, byte[] another) {
    if (another.length == 0) {
      return bytes;
    }
    int at = random.nextInt(bytes.length);
    int from = random.nextInt(another.length);
    int length = random.nextInt(another.length - from) + 1;
    return ByteBuffer.allocate(bytes.length + length)
        .put(bytes, 0, at)
        .put(another, from, length)
        .put(bytes, at, bytes.length - at)
        .array();
  }

  /** Makes a PNG's checksums right again, so that what is in its chunks gets further. */
  private static void mendChecksums(byte[] bytes) {
    if (bytes.length < PNG_SIGNATURE || bytes[1] != 'P') {
      return;
    }
    ByteBuffer file = ByteBuffer.wrap(bytes);
    int at = PNG_SIGNATURE;
    while (at + 12L <= bytes.length) {
      long length = file.getInt(at) & 0xffff_ffffL;
      if (at + 12 + length > bytes.length) {
        return;
      }
      CRC32 crc = new CRC32();
      crc.update(bytes, at + 4, (int) length + 4);
      file.putInt(at + 8 + (int) length, (int) crc.getValue());
      at += 12 + (int) length;
    }
  }
}
