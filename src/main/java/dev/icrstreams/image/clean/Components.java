package dev.icrstreams.image.clean;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import java.util.Arrays;

/**
 * The 8-connected components of a raster's ink, numbered from 1 in the order of their first pixels.
 */
public final class Components {
  private final int width;
  private final int[] labels;
  private final int count;
  private final int[] area;
  private final int[] left;
  private final int[] top;
  private final int[] right;
  private final int[] bottom;

  private Components(int width, int[] labels, int count) {
    this.width = width;
    this.labels = labels;
    this.count = count;
    area = new int[count + 1];
    left = new int[count + 1];
    top = new int[count + 1];
    right = new int[count + 1];
    bottom = new int[count + 1];
    Arrays.fill(left, Integer.MAX_VALUE);
    Arrays.fill(top, Integer.MAX_VALUE);
    for (int i = 0; i < labels.length; i++) {
      int label = labels[i];
      if (label != 0) {
        area[label]++;
        left[label] = Math.min(left[label], i % width);
        right[label] = Math.max(right[label], i % width + 1);
        top[label] = Math.min(top[label], i / width);
        bottom[label] = i / width + 1;
      }
    }
  }

  /** Labels a raster, by two passes and a union of what meets. */
  public static Components of(Ink ink) {
    int width = ink.width();
    int[] labels = new int[width * ink.height()];
    int[] parent = new int[labels.length / 2 + 2];
    int used = 0;
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < width; x++) {
        if (!ink.isInk(x, y)) {
          continue;
        }
        int at = y * width + x;
        int label = x > 0 ? labels[at - 1] : 0;
        for (int dx = -1; dx <= 1 && y > 0; dx++) {
          if (x + dx >= 0 && x + dx < width && labels[at - width + dx] != 0) {
            label = union(parent, label, labels[at - width + dx]);
          }
        }
        if (label == 0) {
          label = ++used;
          parent[label] = label;
        }
        labels[at] = label;
      }
    }
    int count = 0;
    int[] number = new int[used + 1];
    for (int label = 1; label <= used; label++) {
      int root = root(parent, label);
      number[label] = root == label ? ++count : number[root];
    }
    for (int i = 0; i < labels.length; i++) {
      labels[i] = number[labels[i]];
    }
    return new Components(width, labels, count);
  }

  private static int union(int[] parent, int first, int second) {
    if (first == 0) {
      return root(parent, second);
    }
    int a = root(parent, first);
    int b = root(parent, second);
    parent[Math.max(a, b)] = Math.min(a, b);
    return Math.min(a, b);
  }

  private static int root(int[] parent, int label) {
    int root = label;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** The component a pixel belongs to, 0 for paper. */
  public int at(int x, int y) {
    return labels[y * width + x];
  }

  /** A component's pixels. */
  public int area(int component) {
    return area[component];
  }

  /** The box around a component, in this raster's pixels. */
  public Box box(int component) {
    return new Box(
        left[component],
        top[component],
        right[component] - left[component],
        bottom[component] - top[component]);
  }
}
