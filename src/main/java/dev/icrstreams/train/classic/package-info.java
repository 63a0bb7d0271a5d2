/** Classical models of single digits: nearest neighbours and support vectors. */
package dev.icrstreams.train.classic;
