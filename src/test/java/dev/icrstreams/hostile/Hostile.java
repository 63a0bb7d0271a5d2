package dev.icrstreams.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record that means harm.
 *
 * @param name what it is
 * @param key its key
 * @param value its value; may be null
 * @param headers its headers
 * @param allowed what may come of it: error codes, or {@link #ANSWERED} for a number, a blank field
 *     or a review item
 */
record Hostile(String name, byte[] key, byte[] value, Headers headers, Set<String> allowed) {
  static final String ANSWERED = "ANSWERED";

  static Hostile file(String name, byte[] value, String... allowed) {
    return new Hostile(name, utf8("a"), value, new RecordHeaders(), Set.of(allowed));
  }

  Hostile withHeaders(Headers changed) {
    return new Hostile(name, key, value, changed, allowed);
  }

  Hostile withKey(byte[] changed) {
    return new Hostile(name, changed, value, headers, allowed);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
