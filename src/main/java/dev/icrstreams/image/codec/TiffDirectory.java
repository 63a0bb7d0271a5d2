package dev.icrstreams.image.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One image file directory of a TIFF: its entries, all of whose values lie within the file. */
final class TiffDirectory {
  private static final int ENTRY = 12;
  private static final int MAX_ENTRIES = 1000;
  private static final int FRACTION = 5;
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

  private final Bytes bytes;
  private final List<Entry> entries;

  private TiffDirectory(Bytes bytes, List<Entry> entries) {
    this.bytes = bytes;
    this.entries = entries;
  }

  private record Entry(int tag, int type, long count, long at, long valueAt) {}

  /** How many directories hang together, counted up to one more than {@code maxPages}. */
  static int count(Bytes bytes, long first, int maxPages) {
    Set<Long> seen = new HashSet<>();
    for (long at = first; at != 0 && seen.size() <= maxPages; ) {
      if (!seen.add(at)) {
        throw Bytes.corrupt("the TIFF image's directories run in a circle");
      }
      at = bytes.u32(at + 2 + (long) bytes.u16(at) * ENTRY);
    }
    return seen.size();
  }

  /** Where the directory of a page is, pages counted from 0; a chain that is counted already. */
  static long at(Bytes bytes, long first, int page) {
    long at = first;
    for (int i = 0; i < page && at != 0; i++) {
      at = bytes.u32(at + 2 + (long) bytes.u16(at) * ENTRY);
    }
    if (at == 0) {
      throw Bytes.unsupported("page " + (page + 1) + " of a TIFF image of fewer");
    }
    return at;
  }

  static TiffDirectory read(Bytes bytes, long at) {
    int count = bytes.u16(at);
    if (at == 0 || count > MAX_ENTRIES) {
      throw Bytes.corrupt("the TIFF image's directory has " + count + " entries");
    }
    List<Entry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long entry = at + 2 + (long) i * ENTRY;
      int type = bytes.u16(entry + 2);
      long values = bytes.u32(entry + 4);
      long size = type < SIZES.length ? SIZES[type] * values : 0;
      long valueAt = size <= 4 ? entry + 8 : bytes.u32(entry + 8);
      if (TiffLayout.TAGS.contains(bytes.u16(entry))) {
        bytes.require(valueAt, size);
      }
      entries.add(new Entry(bytes.u16(entry), type, values, entry, valueAt));
    }
    return new TiffDirectory(bytes, entries);
  }

  boolean has(int tag) {
    return find(tag) != null;
  }

  /** The first value of an integer tag. */
  long number(int tag, long otherwise) {
    Entry entry = find(tag);
    return entry == null || entry.count == 0 ? otherwise : value(entry, 0);
  }

  /** The first value of a tag of fractions; not a number if there is none in the file. */
  double ratio(int tag) {
    Entry entry = find(tag);
    if (entry == null
        || entry.type != FRACTION
        || entry.count == 0
        || entry.valueAt + SIZES[FRACTION] > bytes.length()) {
      return Double.NaN;
    }
    return (double) bytes.u32(entry.valueAt) / bytes.u32(entry.valueAt + 4);
  }

  /** Checks that every strip or tile lies within the file. */
  void requireData(int offsetsTag, int sizesTag, int parts) {
    Entry offsets = find(offsetsTag);
    Entry sizes = find(sizesTag);
    if (offsets == null || offsets.count < parts) {
      throw Bytes.corrupt("the TIFF image lacks strips or tiles");
    }
    if (sizes == null || sizes.count < parts) {
      throw Bytes.corrupt("the TIFF image does not say how long its strips or tiles are");
    }
    for (int i = 0; i < parts; i++) {
      bytes.require(value(offsets, i), value(sizes, i));
    }
  }

  /** Checks that the values of a tag add up to no less than {@code least}. */
  void requireSum(int tag, long least) {
    Entry entry = find(tag);
    long sum = 0;
    for (int i = 0; i < entry.count; i++) {
      sum += value(entry, i);
    }
    if (sum < least) {
      throw Bytes.truncated();
    }
  }

  /** The file with a single directory of the given tags; values stay where they are. */
  byte[] alone(Set<Integer> tags) {
    List<Entry> kept = entries.stream().filter(entry -> tags.contains(entry.tag)).toList();
    int at = (bytes.length() + 1) & ~1;
    ByteBuffer out = ByteBuffer.allocate(at + 2 + kept.size() * ENTRY + 4);
    out.order(bytes.littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    out.put(bytes.array());
    out.putInt(4, at);
    out.position(at);
    out.putShort((short) kept.size());
    for (Entry entry : kept) {
      out.put(bytes.array(), (int) entry.at, ENTRY);
    }
    return out.array();
  }

  private Entry find(int tag) {
    for (Entry entry : entries) {
      if (entry.tag == tag) {
        return entry;
      }
    }
    return null;
  }

  private long value(Entry entry, int index) {
    int size = entry.type < SIZES.length ? SIZES[entry.type] : 0;
    return switch (size) {
      case 1 -> bytes.u8(entry.valueAt + index);
      case 2 -> bytes.u16(entry.valueAt + 2L * index);
      case 4 -> bytes.u32(entry.valueAt + 4L * index);
      default -> throw Bytes.corrupt("the TIFF image's tag " + entry.tag + " is no whole number");
    };
  }
}
