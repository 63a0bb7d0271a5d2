/**
 * A whole evaluation: figures of all fields and of each recipe, under several error budgets, with
 * times; as a table, as JSON and as a list of errors.
 */
package dev.icrstreams.evaluate.report;
