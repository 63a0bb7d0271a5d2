package dev.icrstreams.train.source;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.data.DigitSet;
import dev.icrstreams.data.IdxFiles;
import dev.icrstreams.data.IdxFiles.Half;
import dev.icrstreams.data.Mislabelled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A folder of digits with their labels, in either of the forms that there are. Immutable. */
public interface DigitSource {
  /** What the digits for the final report alone are called. */
  String TEST_HALF = "test half";

  /**
   * The digits in a folder: MNIST's four IDX files, or sub-folders 0 to 9 of images.
   *
   * @throws IOException if it holds neither; the message says where MNIST comes from
   */
  static DigitSource open(Path folder) throws IOException {
    return ClassFolder.isOne(folder) ? new ClassFolder(folder) : new Idx(folder);
  }

  /** What is learned from, and held out of it. */
  DigitSet training() throws IOException;

  /** What is for the final report alone; empty if it is not there. */
  Optional<DigitSet> test() throws IOException;

  /** SHA-256 of the training files, by name. */
  Map<String, String> hashes() throws IOException;

  /** What cannot be used of the training digits, a line each. */
  List<String> skipped() throws IOException;

  /**
   * MNIST's form.
   *
   * @param folder that the files are in
   */
  record Idx(Path folder) implements DigitSource {
    @Override
    public DigitSet training() throws IOException {
      return IdxFiles.read(folder, Half.TRAIN);
    }

    @Override
    public Optional<DigitSet> test() throws IOException {
      try {
        IdxFiles.files(folder, Half.TEST);
      } catch (IOException e) {
        return Optional.empty();
      }
      return Optional.of(IdxFiles.read(folder, Half.TEST));
    }

    @Override
    public Map<String, String> hashes() throws IOException {
      Map<String, String> hashes = new TreeMap<>();
      for (Path file : IdxFiles.files(folder, Half.TRAIN)) {
        hashes.put(file.getFileName().toString(), DigitModel.sha256(Files.readAllBytes(file)));
      }
      return hashes;
    }

    @Override
    public List<String> skipped() throws IOException {
      return Mislabelled.in(training());
    }
  }
}
