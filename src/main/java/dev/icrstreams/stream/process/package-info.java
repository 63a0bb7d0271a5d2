/** The topology's processors, thin wrappers around the reader's stages. */
package dev.icrstreams.stream.process;
