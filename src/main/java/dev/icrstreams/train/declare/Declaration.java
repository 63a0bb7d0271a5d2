package dev.icrstreams.train.declare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.icrstreams.train.network.Layout;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A network, or a classical model, and how it is trained, as one file says it.
 *
 * @param name the file's name without {@code .yml}
 * @param aliases older names
 * @param summary what it is, in a line
 * @param published what others reached with it; empty where nobody published anything
 * @param layout the network's layers, of a transfer the head's over one value; null for what has
 *     none
 * @param fitting how it is fitted; classical models use its validation, limit and seed alone
 * @param augmentation how its training images are varied
 * @param classical what a classical model needs; null for others
 * @param transfer what a transfer needs; null for others
 * @param fields synthetic fields, for the reader's own networks; null for others
 * @param text the file's content
 */
public record Declaration(
    String name,
    Kind kind,
    List<String> aliases,
    String summary,
    String published,
    Layout layout,
    Fitting fitting,
    Augmentation augmentation,
    Classical classical,
    TransferBase transfer,
    Fields fields,
    String text) {
  private static final int SIZE = 28;
  private static final int DIGITS = 10;
  private static final int WITH_REJECT = 11;
  private static final String[] KEYS = {
    "kind",
    "aliases",
    "summary",
    "published",
    "layers",
    "training",
    "augmentation",
    "classical",
    "transfer",
    "fields"
  };

  /** What is trained. */
  public enum Kind {
    /** A network over the pixels of single digits. */
    LAYERS,
    /** The k nearest of the training images vote. */
    NEIGHBOURS,
    /** A support vector machine. */
    SVM,
    /** A network that others trained on photographs, with a new head. */
    TRANSFER,
    /** The reader's digit network, over digits and what the segmenter cuts out of fields. */
    CANDIDATES,
    /** The reader's sequence network, over whole fields. */
    STRIPS
  }

  /** What a classical model looks at. */
  public enum Feature {
    /** Grey values. */
    PIXELS,
    /** Strength of the edges in eight directions, in cells: an edge map. */
    EDGES
  }

  /**
   * A classical model's own numbers.
   *
   * @param neighbours numbers of neighbours to choose from
   * @param subset training images that a support vector machine learns from, at most
   * @param cost price of a training image on the wrong side
   * @param gamma reach of the radial basis function: exp(-gamma d²)
   */
  public record Classical(
      Feature feature, List<Integer> neighbours, int subset, double cost, double gamma) {
    static Classical of(Section section) {
      return new Classical(
          section.choice("feature", Feature.class, Feature.PIXELS),
          section.has("neighbours") ? section.wholes("neighbours", 1, 1000) : List.of(1, 3, 5, 7),
          section.whole("subset", 10_000, 20, 10_000_000),
          section.number("cost", 1, 1e-6, 1e6),
          section.number("gamma", 0.02, 1e-9, 1e3));
    }
  }

  /**
   * Where a transfer begins.
   *
   * @param base name of the network in Deeplearning4j's zoo
   * @param cut the last layer of it that is kept
   * @param size rows and columns that a digit is scaled to for it
   */
  public record TransferBase(Base base, String cut, int size) {
    /** Networks of the zoo. */
    public enum Base {
      /** K. Simonyan and A. Zisserman, 2015. */
      VGG16,
      /** K. He, X. Zhang, S. Ren and J. Sun, 2016. */
      RESNET50
    }

    static TransferBase of(Section section) {
      return new TransferBase(
          section.choice("base", Base.class, null),
          section.text("cut", null),
          section.whole("size", 48, 8, 512));
    }
  }

  /**
   * Synthetic fields to learn from.
   *
   * @param perEpoch new ones for every epoch
   * @param window epochs for which they are used
   * @param rounds rounds of batches in an epoch, of the sequence network alone
   * @param validation fields of held-out digits to measure each epoch on
   */
  public record Fields(int perEpoch, int window, int rounds, int validation) {
    static Fields of(Section section) {
      return new Fields(
          section.whole("per-epoch", 500, 1, 1_000_000),
          section.whole("window", 10, 1, 1000),
          section.whole("rounds", 40, 1, 100_000),
          section.whole("validation", 400, 1, 1_000_000));
    }
  }

  /** The file's content. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether it can be part of the reader. */
  public boolean isOfTheReader() {
    return kind == Kind.CANDIDATES || kind == Kind.STRIPS;
  }

  static Declaration of(String file, String name, JsonNode root, String text) {
    Section section = new Section(file, "", root, KEYS);
    Kind kind = section.choice("kind", Kind.class, null);
    allow(section, kind);
    return new Declaration(
        name,
        kind,
        section.texts("aliases"),
        section.text("summary", null),
        section.text("published", ""),
        layout(section, kind, name),
        Fitting.of(section.section("training", Fitting.KEYS)),
        Augmentation.of(section.section("augmentation", Augmentation.KEYS)),
        kind == Kind.NEIGHBOURS || kind == Kind.SVM
            ? Classical.of(
                section.section("classical", "feature", "neighbours", "subset", "cost", "gamma"))
            : null,
        kind == Kind.TRANSFER
            ? TransferBase.of(section.section("transfer", "base", "cut", "size"))
            : null,
        kind == Kind.CANDIDATES || kind == Kind.STRIPS
            ? Fields.of(section.section("fields", "per-epoch", "window", "rounds", "validation"))
            : null,
        text);
  }

  /** A key that has no effect is a mistake. */
  private static void allow(Section section, Kind kind) {
    boolean classical = kind == Kind.NEIGHBOURS || kind == Kind.SVM;
    boolean reader = kind == Kind.CANDIDATES || kind == Kind.STRIPS;
    refuse(section, "classical", !classical, kind);
    refuse(section, "transfer", kind != Kind.TRANSFER, kind);
    refuse(section, "fields", !reader, kind);
    refuse(section, "layers", classical, kind);
    refuse(section, "augmentation", kind != Kind.LAYERS && kind != Kind.CANDIDATES, kind);
  }

  private static void refuse(Section section, String key, boolean without, Kind kind) {
    if (without && section.has(key)) {
      throw section.wrong(key, "means nothing to the kind " + Section.name(kind));
    }
  }

  private static Layout layout(Section section, Kind kind, String name) {
    return switch (kind) {
      case LAYERS -> Layers.layout(section, name, SIZE, SIZE, 1, DIGITS);
      case CANDIDATES -> Layers.layout(section, name, SIZE, SIZE, 2, WITH_REJECT);
      case TRANSFER -> Layers.layout(section, name, 1, 1, 1, DIGITS);
      case STRIPS -> Layers.layout(section, name, 16, Layout.ANY, 4, WITH_REJECT);
      default -> null;
    };
  }
}
