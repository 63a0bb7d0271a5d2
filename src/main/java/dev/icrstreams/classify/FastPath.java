package dev.icrstreams.classify;

import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether convolutions run through oneDNN.
 *
 * <p>ND4J falls back to its own loops without a word when its native library was built without
 * oneDNN; reading is then some ten times slower and right all the same. Safe for use by several
 * threads.
 */
public final class FastPath {
  private static final Logger LOG = LoggerFactory.getLogger(FastPath.class);
  private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";
  private static final String ONEDNN = "-onednn-avx2";

  private FastPath() {}

  /** Whether the loaded native library has oneDNN in it and uses it; loads ND4J on first use. */
  public static boolean active() {
    return Loaded.ACTIVE;
  }

  /**
   * Chooses the native library, which only has an effect before ND4J's first use. A choice made on
   * the command line holds.
   */
  static void choose() {
    boolean built = FastPath.class.getResource(library(ONEDNN)) != null;
    if (built && System.getProperty(EXTENSION) == null) {
      System.setProperty(EXTENSION, ONEDNN);
    }
  }

  /**
   * Gives native work that this thread starts so many threads. ND4J's {@code setMaxMasterThreads}
   * does not reach oneDNN, this does.
   */
  public static void useThreads(int threads) {
    active();
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
  }

  /**
   * Keeps native work on the thread that starts it, unless {@code OMP_NUM_THREADS} says otherwise:
   * native threads would multiply with the service's own.
   */
  static void useOneThread() {
    if (System.getenv("OMP_NUM_THREADS") == null) {
      useThreads(1);
    }
  }

  private static String library(String extension) {
    return "/org/nd4j/linalg/cpu/nativecpu/bindings/linux-x86_64" + extension + "/libnd4jcpu.so";
  }

  /** ND4J's start, done once. */
  private static final class Loaded {
    static final boolean ACTIVE = load();

    private Loaded() {}

    private static boolean load() {
      choose();
      String backend = Nd4j.getBackend().getClass().getSimpleName();
      // the flags are true in a library without oneDNN too; only its build information tells
      String build = NativeOpsHolder.getInstance().getDeviceNativeOps().buildInfo();
      boolean active =
          build.contains("HAVE_ONEDNN")
              && Nd4jCpu.Environment.getInstance().isUseONEDNN()
              && Nd4j.getEnvironment().helpersAllowed();
      if (active) {
        LOG.debug("{} with oneDNN", backend);
      } else {
        LOG.warn(
            "{} runs without oneDNN on this platform: classification will be about ten times"
                + " slower than it could be",
            backend);
      }
      return active;
    }
  }
}
