package dev.icrstreams.cli;

import dev.icrstreams.synth.Samples;
import dev.icrstreams.train.run.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files and folders that the pages' commands name, small. Stateless. */
final class DocumentedFiles {
  private static final int LABELLED = 3;

  private DocumentedFiles() {}

  static void write(Path folder) throws IOException {
    writeFields(folder);
    writeModels(folder);
    writeDigits(folder);
    writeRuns(folder.resolve("runs"));
    copy(Path.of("src/main/resources/icr.properties"), folder.resolve("icr.properties"));
    for (String file : List.of("meter-card.json", "meter-card.png")) {
      copy(Path.of("docs/forms", file), folder.resolve("docs/forms").resolve(file));
    }
    copy(Path.of("docs/forms/meter-card.png"), folder.resolve("scans/scan-17.png"));
  }

  private static void writeFields(Path folder) throws IOException {
    List<Samples.Sample> samples = Samples.all();
    Files.write(folder.resolve("scan.png"), samples.get(0).image());
    for (String name : List.of("labelled-fields", "samples", "frozen")) {
      Path labelled = Files.createDirectory(folder.resolve(name));
      StringBuilder labels = new StringBuilder("file\tnumber\n");
      for (Samples.Sample sample : samples.subList(0, LABELLED)) {
        Files.write(labelled.resolve(sample.file()), sample.image());
        labels.append(sample.file()).append('\t').append(sample.number()).append('\n');
      }
      Files.writeString(labelled.resolve("labels.tsv"), labels);
    }
  }

  /** Those in use, one that is as good, and declarations that learn little of little. */
  private static void writeModels(Path folder) throws IOException {
    for (String network : List.of("icr-digits", "icr-sequence")) {
      for (String ending : List.of(".zip", ".json")) {
        Path shipped = Path.of("model", network + ending);
        copy(shipped, folder.resolve(shipped));
        copy(shipped, folder.resolve("as-good").resolve(network + ending));
        if (network.equals("icr-digits")) {
          copy(shipped, folder.resolve("new" + ending));
        }
      }
    }
    for (String network : List.of("icr", "sequence")) {
      String declared = Files.readString(Path.of("model/networks", network + ".yml"));
      Files.createDirectories(folder.resolve("small"));
      Files.writeString(
          folder.resolve("small").resolve(network + ".yml"),
          declared
              .replace("training:\n", "training:\n  limit: 120\n")
              .replaceAll("validation: \\d+ ", "validation: 40 ")
              .replaceAll("validation: \\d+\n", "validation: 6\n")
              .replace("batch: 32", "batch: 2")
              .replace("batch: 128", "batch: 8")
              .replaceAll("epochs: \\d+", "epochs: 1")
              .replaceAll("per-epoch: \\d+", "per-epoch: 6")
              .replaceAll("window: \\d+", "window: 2")
              .replaceAll("rounds: \\d+", "rounds: 1"));
    }
    copy(Path.of("model/networks/logistic.yml"), folder.resolve("mine.yml"));
  }

  /** The digits that ship, for both halves: what is learned from them is not looked at. */
  private static void writeDigits(Path folder) throws IOException {
    for (String data : List.of("MNIST", "mnist")) {
      for (String half : List.of("train", "t10k")) {
        for (String kind : List.of("-images-idx3-ubyte.gz", "-labels-idx1-ubyte.gz")) {
          copy(
              Path.of("src/main/resources/digits/digits" + kind),
              folder.resolve(data).resolve(half + kind));
        }
      }
    }
  }

  private static void writeRuns(Path runs) throws IOException {
    for (String run :
        List.of(
            "cnn-64-32",
            "mlp-128-64",
            "tune-cnn-64-32/trial-007",
            "tune-cnn-64-32/trial-012",
            "../model")) {
      Runs.network("cnn-64-32").write(Files.createDirectories(runs.resolve(run)));
    }
    Runs.classical("knn").write(Files.createDirectories(runs.resolve("knn")));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
  }
}
