/**
 * Constraints as automata that read a number digit by digit, so that a search can drop what cannot
 * satisfy them any more; and the lists of allowed numbers.
 */
package dev.icrstreams.constrain;
