package dev.icrstreams.image.ink;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The 8-connected components of a raster's ink, numbered from 1 in the order of their first pixels.
 */
public final class Components {
  private final Runs rows;
  private final int width;
  private final int[] labels;
  private final int count;
  private final int[] area;
  private final int[] left;
  private final int[] top;
  private final int[] right;
  private final int[] bottom;

  /**
   * @param number each run's component
   */
  private Components(Runs rows, int[] number, int count) {
    this.rows = rows;
    this.width = rows.length();
    this.count = count;
    labels = new int[width * rows.lines()];
    area = new int[count + 1];
    left = new int[count + 1];
    top = new int[count + 1];
    right = new int[count + 1];
    bottom = new int[count + 1];
    Arrays.fill(left, Integer.MAX_VALUE);
    Arrays.fill(top, Integer.MAX_VALUE);
    for (int y = 0; y < rows.lines(); y++) {
      for (int run = rows.first(y); run < rows.first(y + 1); run++) {
        int label = number[run];
        int start = rows.start(run);
        int end = rows.end(run);
        Arrays.fill(labels, y * width + start, y * width + end, label);
        area[label] += end - start;
        left[label] = Math.min(left[label], start);
        right[label] = Math.max(right[label], end);
        top[label] = Math.min(top[label], y);
        bottom[label] = y + 1;
      }
    }
  }

  /** Labels a raster, by a union of the runs along its rows that meet. */
  public static Components of(Ink ink) {
    Runs rows = Runs.along(ink);
    int[] parent = new int[rows.count()];
    for (int y = 0; y < rows.lines(); y++) {
      int above = y == 0 ? 0 : rows.first(y - 1);
      for (int run = rows.first(y); run < rows.first(y + 1); run++) {
        parent[run] = run;
        // runs meet across a corner too; the last one above may reach the next run here
        while (above < rows.first(y) && rows.end(above) < rows.start(run)) {
          above++;
        }
        for (int i = above; i < rows.first(y) && rows.start(i) <= rows.end(run); i++) {
          unite(parent, run, i);
        }
      }
    }
    int count = 0;
    int[] number = new int[parent.length];
    for (int run = 0; run < parent.length; run++) {
      int root = root(parent, run);
      number[run] = root == run ? ++count : number[root];
    }
    return new Components(rows, number, count);
  }

  private static void unite(int[] parent, int first, int second) {
    int a = root(parent, first);
    int b = root(parent, second);
    parent[Math.max(a, b)] = Math.min(a, b);
  }

  private static int root(int[] parent, int label) {
    int root = label;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /** The runs of all ink along its rows. */
  public Runs rows() {
    return rows;
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** The component a pixel belongs to, 0 for paper. */
  public int at(int x, int y) {
    return labels[y * width + x];
  }

  /** Writes down the component of every pixel, row by row. */
  public void copyTo(int[] into) {
    System.arraycopy(labels, 0, into, 0, labels.length);
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

  /** The boxes of all, in the order of their numbers. */
  public List<Box> boxes() {
    return IntStream.rangeClosed(1, count()).mapToObj(this::box).toList();
  }
}
