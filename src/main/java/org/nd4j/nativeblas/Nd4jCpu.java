package org.nd4j.nativeblas;

import dev.icrstreams.classify.FastPath;

/**
 * Stands where Deeplearning4j 1.0.0-M2.1 still looks for a class that ND4J has moved, to learn
 * whether oneDNN is there; without it the layer helpers stay off without a word and training takes
 * ten times as long. Looked up by name, never called by this project.
 */
public final class Nd4jCpu {
  private Nd4jCpu() {}

  /** The one question that Deeplearning4j asks. */
  public static final class Environment {
    private static final Environment INSTANCE = new Environment();

    private Environment() {}

    /** The only instance. */
    public static Environment getInstance() {
      return INSTANCE;
    }

    /**
     * Whether the native library uses oneDNN; the name is the one from before oneDNN's renaming.
     */
    public boolean isUseMKLDNN() {
      return FastPath.active();
    }
  }
}
