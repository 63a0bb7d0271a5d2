package dev.icrstreams.cli;

import dev.icrstreams.cli.output.Terminal;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.data.DigitSet;
import dev.icrstreams.data.IdxFiles;
import dev.icrstreams.data.Mislabelled;
import dev.icrstreams.data.ShippedDigits;
import dev.icrstreams.synth.FieldSynthesizer;
import dev.icrstreams.synth.FieldWriter;
import dev.icrstreams.synth.LabelledField;
import dev.icrstreams.synth.RecipeMix;
import dev.icrstreams.synth.Samples;
import dev.icrstreams.synth.style.HandMix;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code icr synth}. */
@Command(
    name = "synth",
    description = "Writes synthetic scanned fields with labels.tsv. A seed gives the same again.")
final class SynthCommand implements Callable<Integer> {
  /** Made at a time on all cores, then written in their order. */
  private static final int CHUNK = 256;

  @Spec private CommandSpec spec;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to write.")
  private Path out;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many fields; 100 unless said otherwise.")
  private int count;

  @Option(names = "--seed", paramLabel = "S", description = "1 unless said otherwise.")
  private Long seed;

  @Option(
      names = "--recipe",
      paramLabel = "R[,R…]",
      defaultValue = "mixed",
      description = {
        "clean, boxed, combed, underlined, noisy, inverted, touching, amount, round, degraded,"
            + " faxed, marked, overprinted, coloured, denominated, annotated, prompted, cropped,"
            + " blank, scribble, truncated, not-an-image: one, or several with commas between them,"
            + " in equal shares;",
        "mixed (the default): all that can be decoded but round, faxed, marked, overprinted,"
            + " coloured, denominated, annotated, prompted and cropped, most often a clean number;",
        "samples: the sixty fields that ship with the project."
      })
  private String recipe;

  @Option(
      names = "--hand",
      paramLabel = "H",
      defaultValue = "mixed",
      description = {
        "Where the digits' shapes come from: digits (as scanned), deformed (bent, with bars,"
            + " serifs and tails added), strokes (drawn by a pen in the shapes of many schools),",
        "mixed (the default), or unfamiliar (all of these, bent further than any that the networks"
            + " learnt from, and leaning further)."
      })
  private String hand;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "A folder with MNIST's IDX files, to compose from; else the shipped digits.")
  private Path data;

  @Option(
      names = "--half",
      paramLabel = "HALF",
      defaultValue = "train",
      description = "Which half of them: train (the default) or test.")
  private IdxFiles.Half half;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Compose from the first N digits only.")
  private Integer limit;

  @Override
  public Integer call() {
    if (count < 1 || (limit != null && limit < 1)) {
      throw new ParameterException(spec.commandLine(), "--count and --limit are 1 or more");
    }
    try {
      if (recipe.equals(Samples.NAME)) {
        write(Samples.generate(seed == null ? Samples.SEED : seed));
      } else {
        write(synthesizer());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
    return ExitCode.DONE;
  }

  private void write(List<LabelledField> fields) throws IOException {
    try (FieldWriter writer = new FieldWriter(out)) {
      for (LabelledField field : fields) {
        writer.write(field);
      }
    }
  }

  private void write(FieldSynthesizer synthesizer) throws IOException {
    try (FieldWriter writer = new FieldWriter(out)) {
      for (int from = 0; from < count; from += CHUNK) {
        int to = Math.min(count, from + CHUNK);
        List<LabelledField> fields =
            LongStream.range(from, to).parallel().mapToObj(synthesizer::generate).toList();
        for (LabelledField field : fields) {
          writer.write(field);
        }
        progress(to);
      }
    }
  }

  private DigitSet digits() throws IOException {
    DigitSet digits =
        data == null ? ShippedDigits.load() : Mislabelled.without(IdxFiles.read(data, half));
    if (data == null) {
      spec.commandLine()
          .getErr()
          .println("Composed from the " + digits.size() + " shipped digits. " + IdxFiles.WHERE);
    }
    return limit == null ? digits : digits.first(limit);
  }

  private FieldSynthesizer synthesizer() throws IOException {
    DigitSet digits = digits();
    try {
      return new FieldSynthesizer(
          digits, RecipeMix.named(recipe), HandMix.named(hand), seed == null ? 1 : seed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void progress(int done) {
    if (Terminal.isStandardError()) {
      PrintWriter err = spec.commandLine().getErr();
      err.printf("\r%,d of %,d fields%s", done, count, done == count ? "\n" : "");
      err.flush();
    }
  }
}
