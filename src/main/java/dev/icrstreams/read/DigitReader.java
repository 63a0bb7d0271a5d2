package dev.icrstreams.read;

import dev.icrstreams.field.Alternative;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.Digit;
import dev.icrstreams.field.Ink;
import dev.icrstreams.read.columns.View;
import dev.icrstreams.read.confidence.Rejects;
import dev.icrstreams.read.fuse.FusedNumber;
import dev.icrstreams.read.fuse.LogMath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The single digits of a number: the segments that the lattice read it from or, where it has none,
 * ink cut out where the sequence reader saw each digit and put to the digit CNN.
 */
final class DigitReader {
  private static final int ALTERNATIVES = 3;

  private final Segmentation segmentation;
  private final List<View> views;
  private final double[][] candidates;
  private final Network network;
  private final double temperature;

  /** The digit CNN: natural-log probabilities {@code [inks][classes]}. */
  @FunctionalInterface
  interface Network {
    float[][] logProbabilities(List<Ink> inks);
  }

  DigitReader(
      Segmentation segmentation,
      List<View> views,
      double[][] candidates,
      Network network,
      double temperature) {
    this.segmentation = segmentation;
    this.views = views;
    this.candidates = candidates;
    this.network = network;
    this.temperature = temperature;
  }

  /**
   * Digits with what speaks against them.
   *
   * @param digits from left to right, boxes in pixels of the scan
   */
  record Found(List<Digit> digits, Rejects rejects) {}

  /** The digits of a number. */
  Found digits(FusedNumber number) {
    return number.path() == null ? cutOut(number.number()) : segments(number);
  }

  private Found segments(FusedNumber number) {
    List<Digit> digits = new ArrayList<>();
    List<Integer> path = number.path().path();
    for (int i = 0; i < path.size(); i++) {
      int candidate = path.get(i);
      Box box = segmentation.lattice().candidates().get(candidate).box();
      digits.add(digit(number.number().charAt(i) - '0', candidates[candidate], box));
    }
    return new Found(digits, Rejects.along(path, segmentation.lattice(), candidates));
  }

  private Found cutOut(String number) {
    Ink ink = segmentation.clean().ink();
    List<Box> boxes = ColumnCuts.boxes(ink, View.middles(number, views));
    float[][] logs = network.logProbabilities(boxes.stream().map(ink::crop).toList());
    List<Digit> digits = new ArrayList<>();
    List<double[]> softened = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      softened.add(LogMath.tempered(logs[i], temperature));
      digits.add(
          digit(
              number.charAt(i) - '0', softened.get(i), segmentation.clean().toScan(boxes.get(i))));
    }
    return new Found(digits, Rejects.of(softened, 0));
  }

  /** How likely each value is, given that there is a digit. */
  private static Digit digit(int value, double[] classes, Box box) {
    double[] logs = Arrays.copyOf(classes, 10);
    double any = LogMath.sum(logs);
    List<Alternative> others =
        IntStream.range(0, 10)
            .filter(digit -> digit != value)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer digit) -> -logs[digit]))
            .limit(ALTERNATIVES)
            .map(digit -> new Alternative(Integer.toString(digit), Math.exp(logs[digit] - any)))
            .toList();
    return new Digit(value, Math.exp(logs[value] - any), box, others);
  }
}
