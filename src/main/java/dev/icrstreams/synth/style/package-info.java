/**
 * Whose hand a field is written in: one writer's style, and how often shapes come from scanned
 * digits, deformed ones or strokes of a pen.
 */
package dev.icrstreams.synth.style;
