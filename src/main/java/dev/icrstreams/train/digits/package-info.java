/**
 * Networks for single digits as notebooks have them: pixels in, ten classes out, trained as their
 * declarations say.
 */
package dev.icrstreams.train.digits;
