/**
 * Ink to a lattice of digit candidates: connected components, broken digits joined, marks that are
 * no digits dropped.
 */
package dev.icrstreams.segment;
