package dev.icrstreams.constrain;

/** Accepts numbers by how many digits they have; that count is the state. */
record DigitCount(int least, int most) implements NumberAutomaton {
  @Override
  public int start() {
    return 0;
  }

  @Override
  public int next(int state, int digit) {
    return state < most ? state + 1 : DEAD;
  }

  @Override
  public boolean accepts(int state) {
    return state >= least;
  }
}
