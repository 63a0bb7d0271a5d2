/**
 * The page that shows a field's way from the scan to the decision. {@link
 * dev.icrstreams.explain.Explainer} calls the reader's own stages one by one and looks on through
 * their listeners; each {@link dev.icrstreams.explain.evidence.Section} writes one part of the
 * page.
 */
package dev.icrstreams.explain;
