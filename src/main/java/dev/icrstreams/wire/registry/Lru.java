package dev.icrstreams.wire.registry;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was used last, by schema id: producers may register as many schemas as they like. Threads
 * may share it.
 */
final class Lru<V> {
  private static final int REMEMBERED = 1_000;

  private final Map<Integer, V> values =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, V> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Null if it is not there. */
  synchronized V get(int id) {
    return values.get(id);
  }

  synchronized void put(int id, V value) {
    values.put(id, value);
  }
}
