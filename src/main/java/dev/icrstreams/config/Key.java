package dev.icrstreams.config;

import java.util.Locale;
import java.util.function.Function;

/**
 * One configuration key.
 *
 * @param <T> what its values are
 * @param name the key, such as {@code icr.stream.threads}
 * @param defaultText the default, as one would write it
 * @param range what may be written, in words
 * @param meaning what it does, in a sentence or two
 * @param parser text to value; throws {@link IllegalArgumentException} for what is out of range
 */
public record Key<T>(
    String name, String defaultText, String range, String meaning, Function<String, T> parser) {
  /** The environment variable that sets it. */
  public String environmentName() {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  T parse(String text, String origin) {
    try {
      return parser.apply(text.strip());
    } catch (IllegalArgumentException e) {
      // an address may hold somebody's password
      String shown = text.replaceFirst("//[^/]*@", "//" + Secrets.MASK + "@");
      throw new ConfigException(name + "=" + shown + " (from " + origin + ") is not " + range);
    }
  }
}
