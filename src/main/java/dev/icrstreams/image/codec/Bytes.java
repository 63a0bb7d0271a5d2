package dev.icrstreams.image.codec;

import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.RejectedFieldException;

/**
 * Numbers at places in a file; a place outside it means that the file is truncated.
 *
 * @param array the file
 * @param littleEndian the order of bytes in a number
 */
record Bytes(byte[] array, boolean littleEndian) {
  int length() {
    return array.length;
  }

  int u8(long at) {
    require(at, 1);
    return array[(int) at] & 0xff;
  }

  int u16(long at) {
    int first = u8(at);
    int second = u8(at + 1);
    return littleEndian ? second << 8 | first : first << 8 | second;
  }

  long u32(long at) {
    long first = u16(at);
    long second = u16(at + 2);
    return littleEndian ? second << 16 | first : first << 16 | second;
  }

  int s32(long at) {
    return (int) u32(at);
  }

  boolean has(long at, String text) {
    if (at < 0 || at + text.length() > array.length) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (array[(int) at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  void require(long at, long count) {
    if (at < 0 || count < 0 || at + count > array.length) {
      throw truncated();
    }
  }

  static RejectedFieldException truncated() {
    return new RejectedFieldException(ErrorCode.CORRUPT_IMAGE, "the image file is truncated");
  }

  static RejectedFieldException corrupt(String reason) {
    return new RejectedFieldException(ErrorCode.CORRUPT_IMAGE, reason);
  }

  static RejectedFieldException unsupported(String what) {
    return new RejectedFieldException(ErrorCode.UNSUPPORTED_IMAGE, what + " is not supported");
  }
}
