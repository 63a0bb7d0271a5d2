/** Sends dead letters back to their input topic, each once. */
package dev.icrstreams.client.redrive;
