/**
 * What a scanned field, its constraints, a digit, a reading and a decision are: plain immutable
 * values that every other package speaks, and {@link dev.icrstreams.field.StageListener}, through
 * which the stages report their times. Depends on nothing of the project.
 */
package dev.icrstreams.field;
