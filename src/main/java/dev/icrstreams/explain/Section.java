package dev.icrstreams.explain;

/** One part of the page: a class a part, listed in {@link Page} in the order of the page. */
interface Section {
  /** The part's heading. */
  String title();

  /** Writes what stands below the heading. */
  void write(Html html, Explanation of);
}
