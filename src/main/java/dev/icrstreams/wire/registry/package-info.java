/**
 * A schema registry with Confluent's API: asking it, waiting for it, and values in its wire format.
 */
package dev.icrstreams.wire.registry;
