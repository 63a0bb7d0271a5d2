/** Ink, black or white: its runs, its components and how wide it was written. */
package dev.icrstreams.image.ink;
