package dev.icrstreams.cli.output;

import dev.icrstreams.config.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Where a page goes: over an older page of the same command, but over nothing else. */
public final class PageFile {
  private PageFile() {}

  /**
   * Refuses what must not be replaced; to be asked before the work.
   *
   * @param beginning of all pages of this command
   */
  public static void checkReplaceable(Path page, String beginning) {
    if (Files.isDirectory(page)) {
      throw new ConfigException(page + " is a folder; name a file with --out");
    }
    if (!Files.isRegularFile(page)) {
      return;
    }
    byte[] wanted = beginning.getBytes(StandardCharsets.UTF_8);
    try (InputStream in = Files.newInputStream(page)) {
      if (Files.size(page) > 0 && !Arrays.equals(wanted, in.readNBytes(wanted.length))) {
        throw new ConfigException(
            page + " is there already and is no page of this command; name another with --out");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot replace " + page + ": " + e.getMessage(), e);
    }
  }

  public static void write(Path page, String html) {
    try {
      Files.writeString(page, html);
    } catch (NoSuchFileException e) {
      throw new UncheckedIOException("cannot write " + page + ": there is no such folder", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + page + ": " + e, e);
    }
  }
}
