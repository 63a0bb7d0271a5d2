/** Writes the page: elements, pictures, curves, words for numbers. */
package dev.icrstreams.explain.html;
