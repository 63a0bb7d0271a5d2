/**
 * Numbers written: glyphs placed along a baseline or in a form's cells, apart or touching, with
 * joins and marks between them.
 */
package dev.icrstreams.synth.writing;
