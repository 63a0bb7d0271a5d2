package dev.icrstreams.train.declare;

/** A declaration cannot be used; the message names file, key and reason. */
public final class BadDeclaration extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  BadDeclaration(String file, String key, String reason) {
    super(file + ": " + (key.isEmpty() ? "" : key + ": ") + reason);
  }
}
