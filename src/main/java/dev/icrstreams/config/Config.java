package dev.icrstreams.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The values of all keys. Built from sources, each overriding the one before; a wrong key or value
 * stops it with one line. Immutable, so threads may share it.
 */
public final class Config {
  private static final String ENVIRONMENT_PREFIX = "ICR_";
  private static final String LAUNCHER_VARIABLE = "ICR_JAVA_OPTS";

  private static final String DEFAULT = "default";

  private final Map<String, Entry> entries;

  private Config(Map<String, Entry> entries) {
    this.entries = entries;
  }

  /**
   * A value and where it came from.
   *
   * @param name the key
   * @param text the value as written
   * @param origin {@code default}, a file's name, an environment variable or {@code command line}
   */
  public record Entry(String name, String text, String origin) {
    /** The value to show: secrets are masked. */
    public String shown() {
      return Secrets.isSecret(name) ? Secrets.MASK : text;
    }
  }

  /** Every key at its default. */
  public static Config defaults() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Key<?> key : Keys.ALL) {
      entries.put(key.name(), new Entry(key.name(), key.defaultText(), DEFAULT));
    }
    return new Config(entries);
  }

  /**
   * These values over the present ones.
   *
   * @throws ConfigException if a key is unknown or a value out of its range
   */
  public Config with(Map<String, String> values, String origin) {
    Map<String, Entry> changed = new LinkedHashMap<>(entries);
    values.forEach(
        (name, text) -> {
          check(name, text, origin);
          changed.put(name, new Entry(name, text.strip(), origin));
        });
    return new Config(changed);
  }

  /** One value over the present one, given as text. */
  public Config with(Key<?> key, String text) {
    return with(Map.of(key.name(), text), "code");
  }

  /**
   * The variables that start with {@code ICR_} over the present values.
   *
   * @throws ConfigException if a variable belongs to no key
   */
  public Config withEnvironment(Map<String, String> environment) {
    Config config = this;
    for (var variable : new TreeMap<>(environment).entrySet()) {
      String name = variable.getKey();
      if (name.startsWith(ENVIRONMENT_PREFIX) && !name.equals(LAUNCHER_VARIABLE)) {
        config = config.with(Map.of(keyOf(name), variable.getValue()), "environment " + name);
      }
    }
    return config;
  }

  /** A key's value. */
  public <T> T get(Key<T> key) {
    Entry entry = entries.get(key.name());
    return key.parse(entry.text(), entry.origin());
  }

  /** Whether nobody has said anything of a key. */
  public boolean isDefault(Key<?> key) {
    return entries.get(key.name()).origin().equals(DEFAULT);
  }

  /** What goes to the Kafka clients as it is. */
  public Map<String, String> kafka() {
    Map<String, String> kafka = new TreeMap<>();
    family(Keys.KAFKA).forEach((name, entry) -> kafka.put(name, entry.text()));
    return kafka;
  }

  /** What single packages or classes log, by their names. */
  public Map<String, LogLevel> logLevels() {
    Map<String, LogLevel> levels = new TreeMap<>();
    family(LogKeys.LEVELS).forEach((name, entry) -> levels.put(name, LogLevel.parse(entry.text())));
    return levels;
  }

  /** The values of a family of keys by what follows its prefix. */
  public Map<String, Entry> family(KeyFamily family) {
    Map<String, Entry> values = new TreeMap<>();
    for (Entry entry : entries.values()) {
      if (family.holds(entry.name())) {
        values.put(entry.name().substring(family.prefix().length()), entry);
      }
    }
    return values;
  }

  /** All values with their origins: the declared keys in their order, then those of families. */
  public Collection<Entry> entries() {
    return List.copyOf(entries.values());
  }

  private static void check(String name, String text, String origin) {
    for (KeyFamily family : Keys.FAMILIES) {
      if (family.holds(name)) {
        checkFamily(family, name, text, origin);
        return;
      }
    }
    Key<?> key =
        Keys.named(name)
            .orElseThrow(
                () ->
                    new ConfigException(
                        "there is no key " + name + " (from " + origin + "); " + nearest(name)));
    key.parse(text, origin);
  }

  private static void checkFamily(KeyFamily family, String name, String text, String origin) {
    boolean wrong = family.equals(LogKeys.LEVELS) && !isLevel(text);
    if (wrong || (text.isBlank() && !family.equals(Keys.KAFKA))) {
      throw new ConfigException(
          name + "=" + text.strip() + " (from " + origin + ") is not " + family.range());
    }
  }

  private static boolean isLevel(String text) {
    try {
      LogLevel.parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String nearest(String name) {
    List<String> names =
        Stream.concat(
                Keys.ALL.stream().map(Key::name), Keys.FAMILIES.stream().map(KeyFamily::pattern))
            .toList();
    return "the nearest is " + EditDistance.nearest(name, names);
  }

  private static String keyOf(String variable) {
    for (Key<?> key : Keys.ALL) {
      if (key.environmentName().equals(variable)) {
        return key.name();
      }
    }
    return variable.toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
