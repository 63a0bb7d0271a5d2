/**
 * Single steps from a scan to ink: polarity, the paper behind the writing, binarisation, skew and
 * slant. {@link dev.icrstreams.image.Cleaner} puts all steps in order.
 */
package dev.icrstreams.image.clean;
