package dev.icrstreams.image.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Finds lines that run along the rows of a raster by following thin vertical runs of ink from
 * column to column, at any slope up to a bound, over gaps and through strokes that cross.
 */
final class RuleFinder {
  private static final double FOLLOW = 0.3;
  private static final double TURN = 0.02;
  private static final double LEAST_COVER = 0.5;

  private final int minSpan;
  private final double maxThickness;
  private final double maxSlope;
  private final double maxRoughness;
  private final int maxGap;

  RuleFinder(int minSpan, double maxThickness, double maxSlope, double maxRoughness, int maxGap) {
    this.minSpan = minSpan;
    this.maxThickness = maxThickness;
    this.maxSlope = maxSlope;
    this.maxRoughness = maxRoughness;
    this.maxGap = maxGap;
  }

  /** The lines of a raster, in no order; {@code ink} counts from 128 on. */
  List<Rule> find(byte[] ink, int width, int height) {
    List<Track> open = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    int[] starts = new int[height / 2 + 1];
    int[] ends = new int[height / 2 + 1];
    boolean[] followed = new boolean[height / 2 + 1];
    for (int x = 0; x < width; x++) {
      int runs = runs(ink, x, width, height, starts, ends);
      Arrays.fill(followed, 0, runs, false);
      for (Iterator<Track> tracks = open.iterator(); tracks.hasNext(); ) {
        Track track = tracks.next();
        if (!track.step(starts, ends, runs, followed)) {
          tracks.remove();
          track.addTo(rules);
        }
      }
      for (int run = 0; run < runs; run++) {
        if (!followed[run] && ends[run] - starts[run] <= maxThickness) {
          open.add(new Track(x, starts[run], ends[run]));
        }
      }
    }
    open.forEach(track -> track.addTo(rules));
    return rules;
  }

  static int runs(byte[] ink, int x, int width, int height, int[] starts, int[] ends) {
    int runs = 0;
    boolean inside = false;
    for (int y = 0, at = x; y < height; y++, at += width) {
      boolean isInk = ink[at] < 0;
      if (isInk && !inside) {
        starts[runs] = y;
      }
      if (!isInk && inside) {
        ends[runs++] = y;
      }
      inside = isInk;
    }
    if (inside) {
      ends[runs++] = height;
    }
    return runs;
  }

  private final class Track {
    private final int from;
    private float[] path = new float[32];
    private int steps;
    private int lastHit;
    private int hits;
    private double y;
    private double slope;
    private double thickness;
    private double sumX;
    private double sumY;
    private double sumXx;
    private double sumXy;
    private double sumYy;

    Track(int x, int start, int end) {
      from = x;
      y = (start + end - 1) / 2.0;
      thickness = end - start;
      hit(y, thickness);
    }

    /** Goes on by a column; false where the line has ended. */
    boolean step(int[] starts, int[] ends, int runs, boolean[] followed) {
      y += slope;
      boolean crossed = false;
      for (int run = 0; run < runs; run++) {
        int length = ends[run] - starts[run];
        double middle = (starts[run] + ends[run] - 1) / 2.0;
        boolean isThin = length <= Math.min(maxThickness, 1.8 * thickness + 1.5);
        if (isThin && Math.abs(middle - y) <= 1.5 + 0.25 * thickness) {
          if (followed[run]) {
            return false;
          }
          followed[run] = true;
          double off = middle - y;
          y += FOLLOW * off;
          slope += TURN * off;
          hit(middle, length);
          return Math.abs(slope) <= maxSlope + 0.1;
        }
        crossed |= starts[run] <= y + 1 && ends[run] > y - 1;
      }
      append();
      int gap = steps - lastHit;
      return gap <= (crossed ? 3 : 1) * Math.min(maxGap, 2 + hits / 4);
    }

    private void hit(double middle, double length) {
      append();
      lastHit = steps;
      hits++;
      thickness += (length - thickness) / Math.min(hits, 32);
      double x = steps - 1;
      sumX += x;
      sumY += middle;
      sumXx += x * x;
      sumXy += x * middle;
      sumYy += middle * middle;
    }

    private void append() {
      if (steps == path.length) {
        path = Arrays.copyOf(path, 2 * steps);
      }
      path[steps++] = (float) y;
    }

    void addTo(List<Rule> rules) {
      if (lastHit < minSpan || hits < LEAST_COVER * lastHit) {
        return;
      }
      double spread = sumXx - sumX * sumX / hits;
      double together = sumXy - sumX * sumY / hits;
      double fitted = together / spread;
      double rest = (sumYy - sumY * sumY / hits - fitted * together) / hits;
      double roughness = Math.sqrt(Math.max(0, rest));
      if (Math.abs(fitted) <= maxSlope && roughness <= maxRoughness) {
        rules.add(new Rule(from, Arrays.copyOf(path, lastHit), thickness, fitted, roughness));
      }
    }
  }
}
