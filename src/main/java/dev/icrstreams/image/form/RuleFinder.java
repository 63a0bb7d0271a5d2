package dev.icrstreams.image.form;

import dev.icrstreams.image.ink.Runs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds lines that run along the rows of a raster by following thin vertical runs of ink from
 * column to column, at any slope up to a bound, over gaps and through strokes that cross.
 */
public final class RuleFinder {
  private static final double FOLLOW = 0.3;
  private static final double TURN = 0.02;
  private static final double LEAST_COVER = 0.5;

  private final int minSpan;
  private final double maxThickness;
  private final double maxSlope;
  private final double maxRoughness;
  private final int maxGap;

  public RuleFinder(
      int minSpan, double maxThickness, double maxSlope, double maxRoughness, int maxGap) {
    this.minSpan = minSpan;
    this.maxThickness = maxThickness;
    this.maxSlope = maxSlope;
    this.maxRoughness = maxRoughness;
    this.maxGap = maxGap;
  }

  /** The lines of a raster whose runs down its columns these are, in no order. */
  public List<Rule> find(Runs runs) {
    List<Track> open = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    boolean[] followed = new boolean[runs.count()];
    for (int x = 0; x < runs.lines(); x++) {
      int going = 0;
      for (Track track : open) {
        if (track.step(runs, x, followed)) {
          open.set(going++, track);
        } else {
          track.addTo(rules);
        }
      }
      open.subList(going, open.size()).clear();
      // a track leaves runs to those before it: what begins too late to count disturbs none
      boolean mayCount = runs.lines() - x >= minSpan;
      for (int run = runs.first(x); run < runs.first(x + 1) && mayCount; run++) {
        if (!followed[run] && runs.end(run) - runs.start(run) <= maxThickness) {
          open.add(new Track(x, runs.start(run), runs.end(run)));
        }
      }
    }
    open.forEach(track -> track.addTo(rules));
    return rules;
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
    boolean step(Runs runs, int x, boolean[] followed) {
      y += slope;
      double thickest = Math.min(maxThickness, 1.8 * thickness + 1.5);
      double near = 1.5 + 0.25 * thickness;
      boolean crossed = false;
      int last = runs.first(x + 1);
      // runs further off than these bounds are neither hit nor crossed
      for (int run = runs.first(x); run < last && runs.start(run) <= y + near + 1; run++) {
        int start = runs.start(run);
        int end = runs.end(run);
        if (end < y - near - 1) {
          continue;
        }
        double middle = (start + end - 1) / 2.0;
        if (end - start <= thickest && Math.abs(middle - y) <= near) {
          if (followed[run]) {
            return false;
          }
          followed[run] = true;
          double off = middle - y;
          y += FOLLOW * off;
          slope += TURN * off;
          hit(middle, end - start);
          return Math.abs(slope) <= maxSlope + 0.1;
        }
        crossed |= start <= y + 1 && end > y - 1;
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
