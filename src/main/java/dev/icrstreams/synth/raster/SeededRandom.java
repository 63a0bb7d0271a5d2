package dev.icrstreams.synth.raster;

/**
 * The random numbers of one field: SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom
 * number generators", OOPSLA 2014).
 *
 * <p>Not {@code java.util.random}: how it derives bounded and Gaussian numbers may change between
 * Java releases, and a seed must give the same field on all of them. Not thread-safe.
 */
public final class SeededRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /** The random numbers of an index. */
  public SeededRandom(long seed, long index) {
    state = mix(mix(seed + GOLDEN_GAMMA) ^ (index * 0xD1342543DE82EF95L + 1));
  }

  /** Any 64 bits. */
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Uniform in [0, 1). */
  public double uniform() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in [low, high). */
  public double between(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** Uniform over the whole numbers from low to high, both included. */
  public int range(int low, int high) {
    return low + (int) (uniform() * (high - low + 1));
  }

  /** True with that probability. */
  public boolean chance(double probability) {
    return uniform() < probability;
  }

  /**
   * Close to standard normal: the sum of four uniform numbers out of one draw, since noise on every
   * pixel should not cost a logarithm. Never beyond 3.5.
   */
  public double gaussian() {
    long bits = nextLong();
    long sum =
        (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48 & 0xffff);
    return (sum / 65535.0 - 2) * 1.7320508075688772;
  }

  /** Gaussian around a mean, cut off at the bounds. */
  public double around(double mean, double deviation, double low, double high) {
    return Math.max(low, Math.min(high, mean + deviation * gaussian()));
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
