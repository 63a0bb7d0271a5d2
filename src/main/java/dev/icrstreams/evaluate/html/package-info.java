/**
 * What pages with figures are made of: tables, charts for light and dark screens and for paper, and
 * a head that lets nothing be loaded from elsewhere.
 */
package dev.icrstreams.evaluate.html;
