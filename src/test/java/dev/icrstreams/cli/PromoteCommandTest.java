package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.synth.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromoteCommandTest {
  private static final int FIELDS = 4;

  @TempDir Path folder;
  private Path fields;

  @BeforeEach
  void writeFields() throws IOException {
    fields = Files.createDirectory(folder.resolve("fields"));
    StringBuilder labels = new StringBuilder("file\tnumber\n");
    for (Samples.Sample sample : Samples.all().subList(0, FIELDS)) {
      Files.write(fields.resolve(sample.file()), sample.image());
      labels.append(sample.file()).append('\t').append(sample.number()).append('\n');
    }
    Files.writeString(fields.resolve("labels.tsv"), labels);
  }

  @Test
  void copiesAModelThatIsAsGood() throws IOException {
    Path candidate = candidate();
    Path to = folder.resolve("model");
    Cli promote =
        Cli.run(
            "promote",
            "--candidate",
            candidate.toString(),
            "--fields",
            fields.toString(),
            "--to",
            to.toString());
    assertEquals(ExitCode.DONE, promote.code(), promote.out() + promote.err());
    assertTrue(promote.out().contains("difference: +0.00 points"), promote.out());
    assertEquals(
        Files.size(candidate.resolve("icr-digits.zip")), Files.size(to.resolve("icr-digits.zip")));
    assertTrue(Files.exists(to.resolve("icr-digits.json")));
    assertFalse(Files.exists(to.resolve("icr-sequence.zip")));
  }

  @Test
  void leavesTheModelWhereItIsWhenTheCandidateIsRefused() throws IOException {
    Path wrong = folder.resolve("wrong.tsv");
    Files.writeString(
        wrong, Files.readString(fields.resolve("labels.tsv")).replaceAll("\t([0-9])", "\t1$1"));
    Path to = folder.resolve("model");
    Cli promote =
        Cli.run(
            "promote",
            "--candidate",
            candidate().toString(),
            "--fields",
            fields.toString(),
            "--labels",
            wrong.toString(),
            "--set",
            "icr.accept.max-error-rate=0.05",
            "--to",
            to.toString());
    assertEquals(ExitCode.SOME_REJECTED, promote.code(), promote.out() + promote.err());
    assertTrue(promote.out().contains("refused: of "), promote.out());
    assertTrue(promote.out().contains("the error budget is 0.05"), promote.out());
    assertFalse(Files.exists(to));
  }

  @Test
  void doesNotMeasureOnWhatTheCandidateLearnedFrom() throws IOException {
    Path candidate = candidate();
    Path json = candidate.resolve("icr-digits.json");
    String labels = DigitModel.sha256(Files.readAllBytes(fields.resolve("labels.tsv")));
    Files.writeString(
        json,
        Files.readString(json)
            .replaceFirst(
                "\\{", "{\"extra\":[{\"labels\":\"" + labels + "\",\"fields\":4,\"skipped\":0}],"));
    Cli promote =
        Cli.run("promote", "--candidate", candidate.toString(), "--fields", fields.toString());
    assertEquals(ExitCode.USAGE, promote.code(), promote.out());
    assertTrue(promote.err().contains("the candidate learned from the fields of"), promote.err());
  }

  @Test
  void namesWhatIsMissing() {
    Cli promote =
        Cli.run("promote", "--candidate", folder.toString(), "--fields", fields.toString());
    assertEquals(ExitCode.USAGE, promote.code());
    assertTrue(promote.err().contains("there is no " + folder.resolve("icr-digits.zip")));
  }

  private Path candidate() throws IOException {
    Path candidate = Files.createDirectory(folder.resolve("candidate"));
    for (String name : new String[] {"icr-digits.zip", "icr-digits.json"}) {
      try (var in = Samples.class.getResourceAsStream("/model/" + name)) {
        Files.copy(in, candidate.resolve(name));
      }
    }
    return candidate;
  }
}
