package dev.icrstreams.support;

import dev.icrstreams.client.Topics;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Key;
import dev.icrstreams.config.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The table of rights in {@code docs/security.md}, as what a broker is told. */
public final class DocumentedRights {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private DocumentedRights() {}

  /**
   * The user's rights for a purpose, one a binding, with the names of a configuration.
   *
   * @param who the table's first column, without back quotes
   * @param codes what CODE in a name stands for
   */
  public static List<AclBinding> of(String who, Config config, String... codes) {
    List<AclBinding> rights = new ArrayList<>();
    for (String line : lines()) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 6 && cells[1].replace("`", "").strip().equals(who)) {
        for (String name : names(cells[3], config, codes)) {
          for (String operation : cells[4].split(",", -1)) {
            rights.add(right(cells[2].strip(), name, AclOperation.fromString(operation.strip())));
          }
        }
      }
    }
    if (rights.isEmpty()) {
      throw new IllegalArgumentException("the table has no row for " + who);
    }
    return rights;
  }

  private static List<String> names(String cell, Config config, String... codes) {
    List<String> names = new ArrayList<>();
    Matcher code = CODE.matcher(cell);
    while (code.find()) {
      String name = named(code.group(1), config);
      if (name.endsWith("CODE")) {
        for (String one : codes) {
          names.add(name.replace("CODE", one));
        }
      } else {
        names.add(name);
      }
    }
    return names;
  }

  private static String named(String name, Config config) {
    for (Key<String> topic : Topics.ALL) {
      if (topic.defaultText().equals(name)) {
        return config.get(topic);
      }
    }
    return name.replace(Keys.APPLICATION_ID.defaultText(), config.get(Keys.APPLICATION_ID));
  }

  private static AclBinding right(String resource, String name, AclOperation operation) {
    String[] parts = resource.split(", ", 2);
    ResourceType type =
        ResourceType.fromString(parts[0].toUpperCase(Locale.ROOT).replace(' ', '_'));
    PatternType pattern = parts.length > 1 ? PatternType.PREFIXED : PatternType.LITERAL;
    return new AclBinding(
        new ResourcePattern(type, name, pattern),
        new AccessControlEntry(
            "User:" + SecuredKafka.USER, "*", operation, AclPermissionType.ALLOW));
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(Path.of("docs/security.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
