/**
 * The sections about the result: the sequence reader, the digits, the confidence and what became of
 * the field.
 */
package dev.icrstreams.explain.verdict;
