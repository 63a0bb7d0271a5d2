package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.data.DigitSet;
import dev.icrstreams.data.ShippedDigits;
import dev.icrstreams.synth.Samples;
import dev.icrstreams.train.Strokes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void fields() throws IOException {
    StringBuilder labels = new StringBuilder("file\tnumber\trecipe\n");
    for (Samples.Sample sample : Samples.all().subList(0, 10)) {
      Files.write(folder.resolve(sample.file()), sample.image());
      labels.append(sample.file()).append('\t').append(sample.number()).append("\tsamples\n");
    }
    Files.writeString(folder.resolve("labels.tsv"), labels);
  }

  @Test
  void measuresAFolderUnderBothBudgetsAndWritesPageAndErrors() throws IOException {
    Path page = folder.resolve("page.html");
    Path errors = folder.resolve("errors.txt");
    Cli cli =
        evaluate("--json", "--html", page.toString(), "--errors", errors.toString(), "--seed", "9");
    assertEquals(ExitCode.DONE, cli.code(), cli.err());
    assertEquals(1, cli.lines().size(), cli.out());
    JsonNode json = json(cli);
    assertEquals(10, json.get("fields").intValue());
    assertEquals(9, json.get("seed").intValue());
    assertEquals(0.01, json.at("/budgets/0/maxErrorRate").doubleValue());
    assertEquals(0.001, json.at("/budgets/1/maxErrorRate").doubleValue());
    assertEquals(10, json.at("/recipes/samples/fields").intValue());
    assertTrue(json.at("/times/stages/classify/medianMillis").doubleValue() > 0, cli.out());
    assertTrue(Files.readString(page).startsWith("<!DOCTYPE html>"));
    int wrong = Files.readAllLines(errors).size() - 1;
    int read = json.get("numbers").intValue() - json.get("right").intValue();
    assertTrue(wrong >= read, wrong + " listed, " + read + " numbers misread");
  }

  @Test
  void measuresWhatIsLeftWithoutAPart() throws IOException {
    JsonNode whole = json(evaluate("--json"));
    JsonNode part = json(evaluate("--json", "--without", "sequence,form-dropout"));
    assertTrue(
        part.get("model").textValue().endsWith(" without form-dropout, sequence"), part.toString());
    assertTrue(
        part.get("right").intValue() <= whole.get("right").intValue(), part + " against " + whole);
    assertTrue(part.get("ece").doubleValue() != whole.get("ece").doubleValue(), part.toString());
    Cli unknown = evaluate("--without", "luck");
    assertEquals(ExitCode.USAGE, unknown.code());
    assertTrue(unknown.err().contains("form-dropout"), unknown.err());
  }

  @Test
  void countsAMissingImageAsRejectedAndNamesIt() throws IOException {
    Files.delete(folder.resolve(Samples.all().get(3).file()));
    Cli cli = evaluate("--json");
    assertEquals(ExitCode.SOME_REJECTED, cli.code(), cli.err());
    assertEquals(1, json(cli).get("rejected").intValue());
    assertEquals(10, json(cli).get("fields").intValue());
    assertTrue(cli.err().contains(Samples.all().get(3).file() + " is rejected: there is no file"));
  }

  @Test
  void readsOnlyWhatOtherLabelsList() throws IOException {
    Path corrected = folder.resolve("corrected.tsv");
    Files.writeString(corrected, "file\tnumber\n" + Samples.all().get(0).file() + "\t987654321\n");
    Cli cli = evaluate("--json", "--labels", corrected.toString());
    assertEquals(ExitCode.DONE, cli.code(), cli.err());
    assertEquals(1, json(cli).get("fields").intValue());
    assertEquals(0, json(cli).get("right").intValue(), "the label was changed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--html /nowhere/page.html",
        "--errors /nowhere/errors.tsv",
        "--html /",
        "--labels /nowhere/labels.tsv",
        "--seed none"
      })
  void refusesBeforeReadingWhatCannotWork(String options) {
    Cli cli = evaluate(options.split(" "));
    assertEquals(ExitCode.USAGE, cli.code(), cli.err());
    assertEquals("", cli.out());
    assertFalse(cli.err().isBlank());
  }

  @Test
  void refusesAFolderThatIsNotThereAndOptionsThatDigitsDoNotHave() {
    Cli nowhere = Cli.run("evaluate", folder.resolve("gone").toString());
    assertEquals(ExitCode.USAGE, nowhere.code());
    assertTrue(nowhere.err().contains("there is no folder"), nowhere.err());
    for (List<String> option :
        List.of(
            List.of("--labels", "1"),
            List.of("--html", "1"),
            List.of("--seed", "1"),
            List.of("--without", "views"))) {
      Cli digits = Cli.run("evaluate", "--digits", folder.toString(), option.get(0), option.get(1));
      assertEquals(ExitCode.USAGE, digits.code(), option + digits.err());
    }
  }

  @Test
  void listsTheDigitsOfEitherHalfThatAreReadOtherwiseThanLabelled() throws IOException {
    DigitSet shipped = ShippedDigits.load();
    byte[] labels = shipped.labels().clone();
    labels[7] = (byte) ((labels[7] + 4) % 10);
    Strokes.write(folder, "train", new DigitSet(shipped.images(), labels));
    Path wrong = folder.resolve("wrong.tsv");
    String[] options = {"--digits", folder.toString(), "--errors", wrong.toString()};
    Cli train = Cli.run("evaluate", options[0], options[1], options[2], options[3], "--half=train");
    assertEquals(ExitCode.DONE, train.code(), train.err());
    List<String> lines = Files.readAllLines(wrong);
    assertEquals("image\tlabel\tread\tof label\tof read", lines.get(0));
    assertTrue(lines.get(1).startsWith("7\t" + labels[7] + "\t" + shipped.labels()[7]), lines + "");
    assertTrue(
        train.out().contains("digits: " + (401 - lines.size()) + " of 400 right"), train.out());
    Cli test = Cli.run("evaluate", options[0], options[1], options[2], options[3]);
    assertTrue(test.err().contains("t10k-images"), test.err());
    assertEquals(ExitCode.USAGE, evaluate("--half=train").code());
  }

  private Cli evaluate(String... options) {
    List<String> arguments = new ArrayList<>(List.of("evaluate", folder.toString()));
    arguments.addAll(List.of(options));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private static JsonNode json(Cli cli) throws IOException {
    return JsonMapper.builder().build().readTree(cli.out());
  }
}
