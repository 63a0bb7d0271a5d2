/** Where ink that touches may be cut. */
package dev.icrstreams.segment.cut;
