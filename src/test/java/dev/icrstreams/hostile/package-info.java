/** Files and records that mean harm, made on the spot, and what the service makes of them. */
package dev.icrstreams.hostile;
