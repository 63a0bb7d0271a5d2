package dev.icrstreams.stream.failure;

import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.Origin;
import dev.icrstreams.field.RejectedFieldException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers on which records stream threads died, across the threads that replace them. A record
 * that has killed two goes no further. Kept in memory: another process, or this one after a
 * restart, counts anew. Threads may share it.
 */
public final class Poison {
  static final int DEATHS = 2;

  /** More records than can be in the hands of threads between two commits. */
  private static final int REMEMBERED = 10_000;

  private final Map<Origin, Integer> deaths =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Origin, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * Lets a record through that has killed fewer than two threads.
   *
   * @throws RejectedFieldException with POISON otherwise
   */
  public synchronized void check(Origin origin) {
    int count = deaths.getOrDefault(origin, 0);
    if (count >= DEATHS) {
      throw new RejectedFieldException(
          ErrorCode.POISON, count + " stream threads died on this record");
    }
  }

  /** The calling thread is dying with this record in hand. */
  public synchronized void killed(Origin origin) {
    deaths.merge(origin, 1, Integer::sum);
  }
}
