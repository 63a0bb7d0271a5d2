package dev.icrstreams.train.sequence;

import dev.icrstreams.field.Strip;
import dev.icrstreams.train.declare.Declarations;
import dev.icrstreams.train.network.Layout;
import dev.icrstreams.train.network.Stage;
import java.util.List;

/**
 * The shape of the shipped sequence network, over strips whose 2 x 2 blocks of pixels are laid out
 * as four channels. Its last stage has a column of classes for every {@link Strip#STRIDE} pixels.
 */
final class SequenceLayout {
  /** Ten digits and the blank between them. */
  static final int CLASSES = 11;

  /** Rows, and channels, of the input. */
  static final int ROWS = Strip.HEIGHT / 2;

  static final int CHANNELS = 4;

  /** Columns of the input for one of the output. */
  static final int COLUMNS_PER_OUTPUT = 2;

  static final Layout SHIPPED = Declarations.named(SequencePlan.NETWORK).layout();

  private SequenceLayout() {}

  static Layout of(String name, Stage... stages) {
    return new Layout(name, ROWS, Layout.ANY, CHANNELS, List.of(stages));
  }
}
