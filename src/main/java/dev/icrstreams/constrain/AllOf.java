package dev.icrstreams.constrain;

import java.util.ArrayList;
import java.util.List;

/** Accepts what all of several automata accept: their product, as far as it is reached. */
final class AllOf extends LazyAutomaton<List<Integer>> {
  private final List<NumberAutomaton> parts;

  private AllOf(List<NumberAutomaton> parts) {
    super(parts.stream().map(NumberAutomaton::start).toList());
    this.parts = parts;
  }

  static NumberAutomaton of(List<NumberAutomaton> parts) {
    return switch (parts.size()) {
      case 0 -> NumberAutomaton.ANY;
      case 1 -> parts.get(0);
      default -> new AllOf(List.copyOf(parts));
    };
  }

  @Override
  List<Integer> after(List<Integer> state, int digit) {
    List<Integer> after = new ArrayList<>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      int next = parts.get(i).next(state.get(i), digit);
      if (next == DEAD) {
        return null;
      }
      after.add(next);
    }
    return after;
  }

  @Override
  boolean isAccepting(List<Integer> state) {
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).accepts(state.get(i))) {
        return false;
      }
    }
    return true;
  }
}
