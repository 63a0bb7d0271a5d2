/** The likeliest numbers on the ways through the lattice of digit candidates. */
package dev.icrstreams.read.lattice;
