/**
 * Digits varied as pens, hands and scanners vary them: affine and elastic distortion, stroke width,
 * blur, noise, what wrong cuts leave behind; and pictures that show people what comes of it.
 */
package dev.icrstreams.train.augment;
