package dev.icrstreams.wire;

/**
 * Bounds what Avro allocates by a length that a record declares, before it looks whether the bytes
 * are there: by default two billion bytes for a record of ten.
 */
final class AvroLimits {
  private AvroLimits() {}

  /**
   * Lets no bytes, string or collection be longer, unless the process says otherwise by Avro's own
   * system properties. Avro looks at them once, when the first record is decoded.
   */
  static void atMost(int length) {
    for (String what : new String[] {"bytes", "string", "collectionItems"}) {
      String property = "org.apache.avro.limits." + what + ".maxLength";
      if (System.getProperty(property) == null) {
        System.setProperty(property, Integer.toString(length));
      }
    }
  }
}
