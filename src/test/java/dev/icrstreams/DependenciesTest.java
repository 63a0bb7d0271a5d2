package dev.icrstreams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The table of {@code docs/dependencies.md} against {@code pom.xml}. */
class DependenciesTest {
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| `([^:`]+:[^:`]+)` \\| (\\S+) \\| [^|\\s]+ \\|"
              + " [^|\\s][^|]* \\| [^|\\s][^|]* \\|$");
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

  /** Versions that a bill of materials gives, by the group that it is for. */
  private static final Map<String, String> MANAGED =
      Map.of(
          "com.fasterxml.jackson.core", "${jackson.version}",
          "com.fasterxml.jackson.dataformat", "${jackson.version}",
          "org.junit.jupiter", "${junit.version}");

  @Test
  void eachDirectDependencyIsJudgedInTheVersionThatIsUsed() throws Exception {
    Map<String, String> declared = declared();
    assertTrue(declared.size() > 25, declared.toString());
    assertEquals(declared, judged());
  }

  private static Map<String, String> declared() throws Exception {
    Document pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Files.newInputStream(Path.of("pom.xml")));
    Map<String, String> declared = new TreeMap<>();
    NodeList dependencies = pom.getElementsByTagName("dependency");
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      String holder = dependency.getParentNode().getParentNode().getNodeName();
      if (holder.equals("project") || holder.equals("profile")) {
        String group = text(dependency, "groupId");
        String version = text(dependency, "version");
        declared.put(
            group + ":" + text(dependency, "artifactId"),
            resolved(pom, version.isEmpty() ? MANAGED.get(group) : version));
      }
    }
    return declared;
  }

  private static String resolved(Document pom, String version) {
    Matcher property = PROPERTY.matcher(version);
    return property.matches()
        ? pom.getElementsByTagName(property.group(1)).item(0).getTextContent()
        : version;
  }

  private static String text(Element dependency, String name) {
    for (Node child = dependency.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeName().equals(name)) {
        return child.getTextContent().strip();
      }
    }
    return "";
  }

  private static Map<String, String> judged() throws IOException {
    Map<String, String> judged = new TreeMap<>();
    Matcher row = ROW.matcher(Files.readString(Path.of("docs/dependencies.md")));
    while (row.find()) {
      assertNull(judged.put(row.group(1), row.group(2)), row.group(1) + " is there twice");
    }
    return judged;
  }
}
