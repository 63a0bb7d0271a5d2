/**
 * Single digits as one writer draws them: scanned digits enlarged to their outline, bent and added
 * to, or strokes of a {@link dev.icrstreams.synth.hand.Hand}.
 */
package dev.icrstreams.synth.glyph;
