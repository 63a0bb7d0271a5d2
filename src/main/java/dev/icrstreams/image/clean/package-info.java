/**
 * The steps from grey pixels to ink, each a class over flat arrays: working resolution, polarity,
 * background, binarisation, printed rules, connected components. {@link
 * dev.icrstreams.image.Cleaner} puts them in order.
 */
package dev.icrstreams.image.clean;
