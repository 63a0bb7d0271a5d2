/**
 * One codec an image format. Each reads the header itself, so that limits are checked and truncated
 * files refused before a decoder runs, and then hands ImageIO a file cut down to what the pixels
 * need. RATIONALE.md says why.
 */
package dev.icrstreams.image.codec;
