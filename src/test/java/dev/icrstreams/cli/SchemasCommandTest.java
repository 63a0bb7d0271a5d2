package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.support.RegistryServer;
import org.junit.jupiter.api.Test;

/** {@code icr schemas} against a real registry. */
class SchemasCommandTest {
  @Test
  void registersNothingUnlessItIsTold() {
    Cli missing = schemas("cli", RegistryServer.running().url());
    assertEquals(ExitCode.FAILED, missing.code(), missing.err());
    assertEquals("subject\tschema\tid\tstate", missing.lines().get(0));
    assertEquals(
        "cli.numbers-value\tdev.icrstreams.avro.RecognizedNumber\t\tmissing",
        missing.lines().get(2));
    assertTrue(missing.err().contains("--register"), missing.err());
    Cli still = schemas("cli", RegistryServer.running().url());
    assertEquals(missing.out(), still.out());

    Cli made = schemas("cli", RegistryServer.running().url(), "--register");
    assertEquals(ExitCode.DONE, made.code(), made.err());
    assertEquals(5, made.lines().size(), made.out());
    assertTrue(made.lines().get(2).endsWith("\tregistered now"), made.out());

    Cli there = schemas("cli", RegistryServer.running().url());
    assertEquals(ExitCode.DONE, there.code(), there.err());
    assertEquals(made.out().replace("registered now", "was there"), there.out());
  }

  @Test
  void saysWhereNobodyAnswersAndThatNoneIsConfigured() {
    Cli nobody = schemas("none", "http://127.0.0.1:1/apis/ccompat/v7");
    assertEquals(ExitCode.FAILED, nobody.code());
    assertTrue(nobody.err().contains("http://127.0.0.1:1/apis/ccompat/v7"), nobody.err());
    assertEquals(1, nobody.err().lines().count(), nobody.err());
    Cli none = schemas("none", "");
    assertEquals(ExitCode.USAGE, none.code());
    assertTrue(none.err().contains("icr.schema.registry.url"), none.err());
  }

  @Test
  void noPasswordIsShown() {
    Cli config = Cli.run("config", "--set", "icr.schema.registry.password=hush-hush");
    assertEquals(ExitCode.DONE, config.code());
    assertTrue(config.out().contains("icr.schema.registry.password\t*"), config.out());
    assertFalse(config.out().contains("hush-hush"), config.out());
    Cli address = Cli.run("config", "--set", "icr.schema.registry.url=http://me:hush-hush@host/v7");
    assertEquals(ExitCode.USAGE, address.code());
    assertTrue(address.err().contains("without user name"), address.err());
    assertFalse(address.err().contains("hush-hush"), address.err());
  }

  private static Cli schemas(String name, String url, String... more) {
    var arguments =
        new java.util.ArrayList<>(
            java.util.List.of(
                "schemas",
                "--set",
                "icr.schema.registry.url=" + url,
                "--set",
                "icr.topic.scanned-fields=" + name + ".fields",
                "--set",
                "icr.topic.recognized-numbers=" + name + ".numbers",
                "--set",
                "icr.topic.review-items=" + name + ".items",
                "--set",
                "icr.topic.corrections=" + name + ".corrections"));
    arguments.addAll(java.util.List.of(more));
    return Cli.run(arguments.toArray(String[]::new));
  }
}
