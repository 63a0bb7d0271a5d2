package dev.icrstreams.constrain;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.RejectedFieldException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The lists that records may name. Immutable, so threads may share it. */
public final class AllowedLists {
  /** There are none. */
  public static final AllowedLists NONE = new AllowedLists(Map.of());

  private static final int LONGEST_SHOWN = 60;

  private final Map<String, AllowedList> lists;

  private AllowedLists(Map<String, AllowedList> lists) {
    this.lists = new TreeMap<>(lists);
  }

  /** Lists by name. */
  public static AllowedLists of(Map<String, AllowedList> lists) {
    return new AllowedLists(lists);
  }

  /**
   * Reads the files of all keys {@code icr.allowed.NAME}.
   *
   * @throws ConfigException if one cannot be used; the message names key, file and reason
   */
  public static AllowedLists load(Config config) {
    Map<String, AllowedList> lists = new TreeMap<>();
    config
        .family(Keys.ALLOWED)
        .forEach(
            (name, entry) -> {
              String key = entry.name() + "=" + entry.text() + " (from " + entry.origin() + ")";
              try {
                lists.put(name, AllowedList.read(Path.of(entry.text())));
              } catch (NoSuchFileException e) {
                throw new ConfigException(key + ": there is no such file");
              } catch (IOException e) {
                throw new ConfigException(key + ": cannot use the list: " + e.getMessage());
              }
            });
    return new AllowedLists(lists);
  }

  /**
   * The list of that name.
   *
   * @throws RejectedFieldException with {@link ErrorCode#INVALID_CONSTRAINT} if there is none; the
   *     message names those there are
   */
  AllowedList named(String name) {
    AllowedList list = lists.get(name);
    if (list == null) {
      throw new RejectedFieldException(
          ErrorCode.INVALID_CONSTRAINT,
          "allowed="
              + (name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "…")
              + " names no list; "
              + (lists.isEmpty()
                  ? "there is none: see " + Keys.ALLOWED.prefix() + "NAME"
                  : "there are " + String.join(", ", lists.keySet())));
    }
    return list;
  }
}
