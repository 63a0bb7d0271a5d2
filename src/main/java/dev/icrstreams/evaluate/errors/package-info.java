/** What goes wrong in readings, by kind and by digit. */
package dev.icrstreams.evaluate.errors;
