/**
 * The guarantee checker: knows what was produced, reads what was committed, and proves that every
 * input has exactly one answer, in order, with the content of an undisturbed run.
 */
package dev.icrstreams.guarantee;
