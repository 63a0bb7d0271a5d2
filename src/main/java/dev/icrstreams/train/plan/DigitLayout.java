package dev.icrstreams.train.plan;

import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.declare.Declarations;
import dev.icrstreams.train.network.Layout;

/** The layouts of the reader's digit networks, by their declarations' names. Stateless. */
public final class DigitLayout {
  /** The layout of the shipped model. */
  public static final String DEFAULT = "icr";

  /** Ten digits, and what is not one digit. */
  public static final int CLASSES = 11;

  private DigitLayout() {}

  /**
   * The layout of this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the networks that there
   *     are
   */
  public static Layout named(String name) {
    Declaration declaration = Declarations.named(name);
    if (declaration.kind() != Declaration.Kind.CANDIDATES) {
      throw new IllegalArgumentException(name + " is no digit network of the reader");
    }
    return declaration.layout();
  }
}
