package dev.icrstreams.train.declare;

import dev.icrstreams.train.network.Layout;
import dev.icrstreams.train.network.Stage;
import java.util.ArrayList;
import java.util.List;

/** A declaration's layers as stages. */
final class Layers {
  private static final String[] KEYS = {
    "convolution", "kernel", "padding", "pooling", "dropout", "dense"
  };
  private static final List<String> KINDS = List.of("convolution", "pooling", "dropout", "dense");
  private static final int WIDEST = 8192;

  private enum Padding {
    SAME,
    NONE,
    COLUMNS
  }

  private Layers() {}

  /**
   * The layout that a declaration's list of layers stands for; a last layer for the classes is
   * added.
   *
   * @param columns {@link Layout#ANY} for strips
   */
  static Layout layout(
      Section section, String name, int rows, int columns, int channels, int classes) {
    boolean strips = columns == Layout.ANY;
    List<Stage> stages = new ArrayList<>();
    int high = rows;
    int wide = strips ? rows * 4 : columns;
    for (Section layer : section.sections("layers", KEYS)) {
      Stage stage = stage(layer, high, wide, strips);
      high = stage.rows(high);
      wide = stage.columns(wide);
      if (high < 1 || wide < 1) {
        throw layer.wrong(kind(layer), "nothing of the image is left after it");
      }
      stages.add(stage);
    }
    if (strips && high != 1) {
      throw section.wrong("layers", "leave " + high + " rows of a strip; they must leave one");
    }
    stages.add(
        strips ? Stage.along(1, 1, classes, false) : Stage.valid(high, wide, classes, false));
    return new Layout(name, rows, columns, channels, stages);
  }

  private static Stage stage(Section layer, int high, int wide, boolean strips) {
    return switch (kind(layer)) {
      case "convolution" -> convolution(layer, strips);
      case "pooling" -> {
        List<Integer> window = layer.wholes("pooling", 1, 16);
        yield Stage.pool(window.get(0), window.get(window.size() - 1));
      }
      case "dropout" -> Stage.dropout(layer.number("dropout", 0, 0, 0.95));
      default -> {
        if (strips) {
          throw layer.wrong("dense", "a strip has no fixed width; use a convolution");
        }
        yield Stage.valid(high, wide, layer.whole("dense", 1, 1, WIDEST), true);
      }
    };
  }

  private static Stage convolution(Section layer, boolean strips) {
    int outputs = layer.whole("convolution", 1, 1, WIDEST);
    List<Integer> kernel = layer.wholes("kernel", 1, 15);
    if (kernel.isEmpty() || kernel.size() > 2) {
      throw layer.wrong("kernel", "must be one number, or rows and columns");
    }
    int rows = kernel.get(0);
    int columns = kernel.get(kernel.size() - 1);
    Padding padding = layer.choice("padding", Padding.class, Padding.SAME);
    if (padding == Padding.SAME && rows != columns) {
      throw layer.wrong("padding", "same is for square kernels");
    }
    if (padding == Padding.COLUMNS && columns % 2 == 0) {
      throw layer.wrong("padding", "columns is for odd kernels");
    }
    if (padding == Padding.NONE && strips) {
      throw layer.wrong("padding", "a strip's columns must stay; use same or columns");
    }
    return switch (padding) {
      case SAME -> Stage.same(rows, outputs);
      case NONE -> Stage.valid(rows, columns, outputs, true);
      case COLUMNS -> Stage.along(rows, columns, outputs, true);
    };
  }

  private static String kind(Section layer) {
    List<String> found = layer.keys().stream().filter(KINDS::contains).toList();
    if (found.size() != 1) {
      throw layer.wrong(String.join("+", found), "a layer is one of " + String.join(", ", KINDS));
    }
    return found.get(0);
  }
}
