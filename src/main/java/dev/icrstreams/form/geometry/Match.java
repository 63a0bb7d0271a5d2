package dev.icrstreams.form.geometry;

/**
 * A point of the page and where it is in the scan.
 *
 * @param pageX in the page's width: from 0 to 1
 * @param pageY in the page's width, too, so that both are alike
 * @param x column in the scan, between pixels
 * @param y row
 */
public record Match(double pageX, double pageY, double x, double y) {}
