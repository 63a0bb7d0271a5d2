/**
 * What is to be trained and how, as files that people read and change: {@code model/networks}. A
 * mistake in one is told with the file, the key and the reason.
 */
package dev.icrstreams.train.declare;
