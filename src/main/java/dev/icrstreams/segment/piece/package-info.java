/** Pieces of ink: which belong together, and which are marks beside the digits. */
package dev.icrstreams.segment.piece;
