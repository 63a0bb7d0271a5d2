package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The keys, the links and the commands of others in {@code docs}. Blocks without a language hold
 * commands; {@link DocumentedCommandsTest} runs ours, {@link dev.icrstreams.DocumentedCodeTest}
 * compiles and runs the Java.
 */
class DocsTest {
  private static final Pattern INLINE = Pattern.compile("`(docker(?:-compose| run) [^`]+)`");
  private static final Pattern KEY = Pattern.compile("`(icr\\.[a-z][a-z.-]*[a-z])`");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");
  private static final Set<String> LANGUAGES = Set.of("java", "json", "python", "text");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]+)?\\)");

  @Test
  void everyOtherCommandIsRunByCi() throws IOException {
    String ci =
        Files.readString(Path.of(".ci/run")) + Files.readString(Path.of(".ci/check-operations.sh"));
    for (var page : pages().entrySet()) {
      for (String line : commands(page.getValue())) {
        if (line.startsWith("docker")) {
          // the script's own compose names the files
          String run = line.replaceFirst("^docker-compose ", "compose ");
          assertTrue(ci.contains(run), page.getKey() + ": CI never runs " + line);
        } else if (line.startsWith("ops/")) {
          assertTrue(
              isTested(line.replaceFirst(" .*", "")), page.getKey() + ": no test runs " + line);
        } else if (!line.startsWith("./icr ") && !line.startsWith("mvn ")) {
          throw new AssertionError(page.getKey() + ": who runs " + line + "?");
        }
      }
    }
  }

  @Test
  void everyKeyIsOneThatThereIs() throws IOException {
    for (var page : pages().entrySet()) {
      Matcher key = KEY.matcher(page.getValue());
      while (key.find()) {
        String name = key.group(1);
        assertTrue(
            name.startsWith("icr.kafka.")
                || name.startsWith("icr.log.level.")
                || name.startsWith("icr.allowed.")
                || Keys.ALL.stream()
                    .anyMatch(k -> name.equals(k.name()) || name.equals(k.defaultText())),
            page.getKey() + ": " + name);
      }
    }
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    for (var page : pages().entrySet()) {
      Matcher link = LINK.matcher(page.getValue());
      while (link.find()) {
        Path target = page.getKey().resolveSibling(link.group(1)).normalize();
        assertTrue(Files.exists(target), page.getKey() + " -> " + link.group(1));
        if (link.group(2) != null) {
          String anchor = link.group(2).substring(1);
          assertTrue(
              Files.readAllLines(target).stream()
                  .filter(line -> line.startsWith("#"))
                  .map(line -> line.replaceFirst("#+ ", "").toLowerCase(java.util.Locale.ROOT))
                  .map(heading -> heading.replace(' ', '-'))
                  .anyMatch(anchor::equals),
              page.getKey() + " -> " + link.group());
        }
      }
    }
  }

  /** Whether there is such a script and a test that names it. */
  private static boolean isTested(String script) throws IOException {
    if (!Files.isExecutable(Path.of(script))) {
      return false;
    }
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        if (Files.readString(file).contains("Path.of(\"" + script + "\")")) {
          return true;
        }
      }
    }
    return false;
  }

  private static Map<Path, String> pages() throws IOException {
    Map<Path, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("docs"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        pages.put(file, Files.readString(file));
      }
    }
    assertTrue(pages.size() > 5, pages.keySet().toString());
    return pages;
  }

  private static List<String> commands(String page) {
    List<String> lines = new ArrayList<>();
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      if (block.group(1).isEmpty()) {
        block.group(2).lines().filter(line -> !line.isBlank()).forEach(lines::add);
      } else {
        assertTrue(LANGUAGES.contains(block.group(1)), "what is ```" + block.group(1) + "?");
      }
    }
    Matcher inline = INLINE.matcher(page);
    while (inline.find()) {
      lines.add(inline.group(1));
    }
    return lines;
  }
}
