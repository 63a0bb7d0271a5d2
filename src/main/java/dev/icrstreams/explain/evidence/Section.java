package dev.icrstreams.explain.evidence;

import dev.icrstreams.explain.html.Html;

/** One part of the page: a class a part; the page lists them in its order. */
public interface Section {
  /** The part's heading. */
  String title();

  /** Writes what stands below the heading. */
  void write(Html html, Explanation of);
}
