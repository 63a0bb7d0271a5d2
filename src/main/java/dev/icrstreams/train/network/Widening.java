package dev.icrstreams.train.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Begins a network with the weights of a trained one that has fewer channels. What the added
 * channels see is random and what is made of them is nothing, so the wide network says at first
 * what the narrow one says, and learns on from there. That growing need not forget is T. Chen, I.
 * Goodfellow and J. Shlens, "Net2Net: accelerating learning via knowledge transfer", 2016; they
 * copy channels, which must then be driven apart.
 */
public final class Widening {
  private Widening() {}

  /**
   * The weights to begin with, as {@link Network#weights} lays them out.
   *
   * @param trained of the layout to begin, or of one that differs from it in having fewer channels
   *     between input and output
   * @param layout of the network to begin
   * @param random the weights that it would begin with otherwise; not changed
   * @throws IllegalArgumentException if the trained network is of another layout
   */
  public static float[] of(MultiLayerNetwork trained, Layout layout, float[] random) {
    Layout narrow = narrowed(layout, trained);
    float[] old = narrow.unpacked(trained);
    float[] all = random.clone();
    List<long[]> shapes = layout.shapes();
    List<long[]> narrowShapes = narrow.shapes();
    int from = 0;
    int to = 0;
    for (int i = 0; i < shapes.size(); i += 2) {
      long[] wide = shapes.get(i);
      long[] was = narrowShapes.get(i);
      int in = (int) wide[2];
      int out = (int) wide[3];
      int oldOut = (int) was[3];
      for (int row = 0; row < wide[0] * wide[1] * in; row++) {
        if (row % in < was[2]) {
          System.arraycopy(old, from, all, to, oldOut);
          from += oldOut;
        } else {
          Arrays.fill(all, to, to + oldOut, 0);
        }
        to += out;
      }
      System.arraycopy(old, from, all, to, oldOut);
      from += oldOut;
      to += out;
    }
    return all;
  }

  /** The layout with the trained network's channels. */
  private static Layout narrowed(Layout layout, MultiLayerNetwork trained) {
    Iterator<Integer> channels =
        Stream.of(trained.getLayers())
            .filter(layer -> layer.numParams() > 0 && layer instanceof BaseLayer<?>)
            .map(layer -> (int) layer.paramTable().get("b").length())
            .iterator();
    List<Stage> stages = new ArrayList<>();
    for (Stage stage : layout.stages()) {
      int outputs = stage.isConvolution() && channels.hasNext() ? channels.next() : stage.outputs();
      if (outputs > stage.outputs()) {
        throw layout.mismatch();
      }
      stages.add(stage.withOutputs(outputs));
    }
    Layout narrow =
        new Layout(layout.name(), layout.rows(), layout.columns(), layout.channels(), stages);
    if (narrow.classes() != layout.classes()) {
      throw layout.mismatch();
    }
    return narrow;
  }
}
