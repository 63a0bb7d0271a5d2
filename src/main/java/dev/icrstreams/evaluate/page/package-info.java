/**
 * An evaluation as one HTML page that needs nothing beside it: tables, charts, and the worst fields
 * as pictures.
 */
package dev.icrstreams.evaluate.page;
