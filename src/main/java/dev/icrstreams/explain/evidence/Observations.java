package dev.icrstreams.explain.evidence;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.image.CleaningListener;
import dev.icrstreams.image.plane.Plane;
import dev.icrstreams.read.SearchListener;
import dev.icrstreams.read.columns.View;
import dev.icrstreams.read.fuse.FusedNumber;
import dev.icrstreams.read.lattice.Hypothesis;
import dev.icrstreams.segment.Candidate;
import dev.icrstreams.segment.SegmentListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what the stages show while they work. For one field and one thread. */
public final class Observations implements CleaningListener, SegmentListener, SearchListener {
  private final List<Picture> pictures = new ArrayList<>();
  private final List<Placed> placed = new ArrayList<>();
  private double[][] logProbabilities = {};
  private List<Hypothesis> numbers = List.of();
  private List<View> views = List.of();
  private List<FusedNumber> fused = List.of();
  private Optional<Choice> inks = Optional.empty();
  private boolean halftone;
  private double logOdds;
  private double[] evidence = {};

  /**
   * What a cleaning step made.
   *
   * @param ink whether its values are ink, 0 to 255; else they are light, 0 to 255
   */
  public record Picture(Step step, boolean ink, Ink raster) {}

  /**
   * A candidate.
   *
   * @param working its place in working pixels
   */
  public record Placed(Candidate candidate, Box working) {
    boolean isPrimitive() {
      return candidate.to() == candidate.from() + 1;
    }
  }

  @Override
  public void inks(Choice read) {
    inks = Optional.of(read);
  }

  @Override
  public void halftone() {
    halftone = true;
  }

  @Override
  public void nearer() {
    pictures.clear();
  }

  @Override
  public void grey(Step step, Plane grey) {
    pictures.add(new Picture(step, false, raster(grey, 1)));
  }

  @Override
  public void contrast(Step step, Plane contrast) {
    pictures.add(new Picture(step, true, raster(contrast, 255)));
  }

  @Override
  public void ink(Step step, Ink ink) {
    pictures.add(new Picture(step, true, new Ink(ink.width(), ink.height(), ink.values().clone())));
  }

  @Override
  public void candidate(Candidate candidate, Box working) {
    placed.add(new Placed(candidate, working));
  }

  @Override
  public void probabilities(double[][] shown) {
    logProbabilities = shown;
  }

  @Override
  public void numbers(List<Hypothesis> shown) {
    numbers = shown;
  }

  @Override
  public void views(List<View> shown) {
    views = shown;
  }

  @Override
  public void fused(List<FusedNumber> shown) {
    fused = shown;
  }

  @Override
  public void evidence(double odds, double[] shown) {
    logOdds = odds;
    evidence = shown;
  }

  /** What the cleaning steps made, in their order. */
  public List<Picture> pictures() {
    return pictures;
  }

  /** Which ink was read, of a scan that shows two kinds. */
  public Optional<Choice> inks() {
    return inks;
  }

  /** Whether dots of shades were smoothed into grey. */
  public boolean hasHalftone() {
    return halftone;
  }

  /** All candidates in the lattice's order. */
  public List<Placed> placed() {
    return placed;
  }

  /** The pieces that are not cut any further, from left to right. */
  public List<Placed> primitives() {
    return placed.stream().filter(Placed::isPrimitive).toList();
  }

  /** {@code [candidates][classes]}, natural logs; empty where nothing was searched. */
  public double[][] logProbabilities() {
    return logProbabilities;
  }

  /** The numbers found, best first. */
  public List<Hypothesis> numbers() {
    return numbers;
  }

  /** What the sequence reader saw, a view after the other. */
  public List<View> views() {
    return views;
  }

  /** The numbers of both readers, best first. */
  public List<FusedNumber> fused() {
    return fused;
  }

  /** What the evidence for the number adds up to, as natural log odds. */
  public double logOdds() {
    return logOdds;
  }

  /** The evidence for the best number; empty where there is none. */
  public double[] evidence() {
    return evidence;
  }

  private static Ink raster(Plane plane, float scale) {
    byte[] values = new byte[plane.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) Math.round(Math.max(0, Math.min(255, scale * plane.values()[i])));
    }
    return new Ink(plane.width(), plane.height(), values);
  }
}
