/**
 * From a page to the file that a scanner makes of it: light, colours, dirt, noise and format, and
 * whether people can still read what comes out.
 */
package dev.icrstreams.synth.scan;
