/**
 * What everything synthetic is drawn on and from: rasters of coverage, turned or blurred, smooth
 * noise, and random numbers that follow from a seed.
 */
package dev.icrstreams.synth.raster;
