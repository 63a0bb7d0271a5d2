/** The sections about the image: the scan, its cleaning, the pieces of ink. */
package dev.icrstreams.explain.scan;
