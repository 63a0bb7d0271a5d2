/** The sections about the lattice: its candidates and the numbers on its paths. */
package dev.icrstreams.explain.lattice;
