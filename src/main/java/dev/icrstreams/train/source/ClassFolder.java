package dev.icrstreams.train.source;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.config.Config;
import dev.icrstreams.data.DigitSet;
import dev.icrstreams.field.Ink;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.image.ImageDecoder;
import dev.icrstreams.image.ImageLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Images of single digits in sub-folders 0 to 9, or in such sub-folders of {@code train} and {@code
 * test}. What cannot be used is skipped and listed: no image, nothing written on it, a folder that
 * is no digit, the same image under two digits.
 *
 * @param folder that the sub-folders are in
 */
record ClassFolder(Path folder) implements DigitSource {
  private static final int CLASSES = 10;

  private record Item(Path file, int label, String sha256, Ink ink) {}

  private record Content(List<Item> items, List<String> skipped) {}

  static boolean isOne(Path folder) {
    return hasClasses(folder) || hasClasses(folder.resolve("train"));
  }

  private static boolean hasClasses(Path folder) {
    for (int digit = 0; digit < CLASSES; digit++) {
      if (Files.isDirectory(folder.resolve(Integer.toString(digit)))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public DigitSet training() throws IOException {
    Content content = read(trainingFolder());
    if (content.items().isEmpty()) {
      throw new IOException(folder + " holds no image of a digit that can be used");
    }
    return set(content);
  }

  @Override
  public Optional<DigitSet> test() throws IOException {
    Path test = folder.resolve("test");
    if (!hasClasses(test)) {
      return Optional.empty();
    }
    Content content = read(test);
    return content.items().isEmpty() ? Optional.empty() : Optional.of(set(content));
  }

  /** One hash of all images and their labels. */
  @Override
  public Map<String, String> hashes() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Item item : read(trainingFolder()).items()) {
      all.append(item.label()).append(' ').append(item.sha256()).append('\n');
    }
    String hash = DigitModel.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    return Map.of("images in folders 0 to 9", hash);
  }

  @Override
  public List<String> skipped() throws IOException {
    return read(trainingFolder()).skipped();
  }

  private Path trainingFolder() {
    Path training = folder.resolve("train");
    return hasClasses(training) ? training : folder;
  }

  private static DigitSet set(Content content) {
    byte[] labels = new byte[content.items().size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) content.items().get(i).label();
    }
    return new DigitSet(content.items().stream().map(Item::ink).toList(), labels);
  }

  private static Content read(Path root) throws IOException {
    List<String> skipped = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    for (Path entry : sorted(root)) {
      String name = entry.getFileName().toString();
      if (!Files.isDirectory(entry)) {
        skipped.add(entry + ": lies in no folder of a digit");
      } else if (!name.matches("[0-9]")) {
        boolean other = name.equals("train") || name.equals("test");
        if (!other) {
          skipped.add(entry + ": the folder's name is no digit");
        }
      } else {
        for (Path file : sorted(entry)) {
          item(file, Integer.parseInt(name), items, skipped);
        }
      }
    }
    return withoutContradictions(items, skipped);
  }

  private static void item(Path file, int label, List<Item> items, List<String> skipped)
      throws IOException {
    if (Files.isDirectory(file)) {
      skipped.add(file + ": a folder within a digit's folder");
      return;
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      Ink ink = Digits.ink(new ImageDecoder(ImageLimits.from(Config.defaults())).decode(bytes));
      if (ink == null) {
        skipped.add(file + ": nothing is written on it");
      } else {
        items.add(new Item(file, label, DigitModel.sha256(bytes), ink));
      }
    } catch (RejectedFieldException e) {
      skipped.add(file + ": " + e.getMessage());
    }
  }

  /** An image cannot be two digits; which label is wrong nobody knows. */
  private static Content withoutContradictions(List<Item> items, List<String> skipped) {
    Map<String, Integer> labels = new HashMap<>();
    for (Item item : items) {
      labels.merge(item.sha256(), item.label(), (a, b) -> a.equals(b) ? a : -1);
    }
    List<Item> good = new ArrayList<>();
    for (Item item : items) {
      if (labels.get(item.sha256()) == -1) {
        skipped.add(item.file() + ": the same image lies under another digit too");
      } else {
        good.add(item);
      }
    }
    return new Content(good, skipped);
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }
}
