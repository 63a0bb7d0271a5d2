/** What becomes of records that cannot be read, and of threads that die of one. */
package dev.icrstreams.stream.failure;
