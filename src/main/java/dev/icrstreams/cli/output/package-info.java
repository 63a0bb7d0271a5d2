/** What commands write: results, pages, progress. */
package dev.icrstreams.cli.output;
