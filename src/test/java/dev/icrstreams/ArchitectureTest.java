package dev.icrstreams;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use whom: the design's table, as a check. */
class ArchitectureTest {
  private static final String ROOT = "dev.icrstreams";

  /** A package and the project's packages that it may use, itself and config aside. */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("field", List.of()),
          Map.entry("config", List.of()),
          Map.entry("image", List.of("field")),
          Map.entry("segment", List.of("field", "image")),
          Map.entry("classify", List.of("field")),
          Map.entry("constrain", List.of("field")),
          Map.entry("read", List.of("field", "image", "segment", "classify", "constrain")),
          Map.entry("explain", List.of("field", "image", "segment", "classify", "read")),
          Map.entry("wire", List.of("field", "avro")),
          Map.entry(
              "stream",
              List.of(
                  "field", "image", "segment", "classify", "constrain", "read", "wire", "avro")),
          Map.entry("client", List.of("field", "wire", "avro")),
          Map.entry("monitor", List.of("field", "stream", "read")),
          Map.entry("broker", List.of()),
          Map.entry("data", List.of("field")),
          Map.entry("form", List.of("field", "image")),
          Map.entry("synth", List.of("field", "image", "data")),
          Map.entry("evaluate", List.of("field", "image", "read", "data")),
          Map.entry(
              "train",
              List.of(
                  "field", "image", "segment", "classify", "read", "data", "synth", "evaluate")));

  private static JavaClasses project;

  @BeforeAll
  static void importClasses() {
    project =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
  }

  static List<String> packages() {
    return MAY_USE.keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void usesOnlyWhatItMay(String name) {
    List<String> allowed = new ArrayList<>();
    allowed.add(in(name));
    MAY_USE.get(name).forEach(other -> allowed.add(in(other)));
    if (!name.equals("field")) {
      allowed.add(in("config"));
    }
    classes()
        .that()
        .resideInAPackage(in(name))
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage(ROOT + ".."))
                .or(resideInAnyPackage(allowed.toArray(String[]::new))))
        .check(project);
  }

  @Test
  void everyPackageHasARule() {
    classes()
        .that()
        .resideOutsideOfPackages(ROOT, in("cli"), in("avro"))
        .should()
        .resideInAnyPackage(MAY_USE.keySet().stream().map(this::inPackage).toArray(String[]::new))
        .check(project);
  }

  @Test
  void packagesFormNoCycles() {
    // the root and the command line know each other by design: Icr calls in, commands start
    // services
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(project);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cli", "client", "explain", "form", "image", "read", "segment", "stream", "synth", "train"
      })
  void innerPackagesFormNoCycles(String name) {
    slices().matching(ROOT + "." + name + ".(*)..").should().beFreeOfCycles().check(project);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cli", "image", "read", "synth"})
  void innerPackagesDoNotKnowTheOneAround(String name) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name + ".*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "." + name)
        .check(project);
  }

  @Test
  void onlyStreamKnowsKafkaStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, in("stream"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka.streams..")
        .check(project);
  }

  @Test
  void onlyClassifyAndTrainKnowDeeplearning4j() {
    noClasses()
        .that()
        .resideOutsideOfPackages(in("classify"), in("train"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
        .check(project);
  }

  @Test
  void nobodyUsesJavaIoFile() {
    noClasses().should().dependOnClassesThat().areAssignableTo(java.io.File.class).check(project);
  }

  private String inPackage(String name) {
    return in(name);
  }

  private static String in(String name) {
    return ROOT + "." + name + "..";
  }
}
