/**
 * What an operator sees of a running service: health, metrics, topology and configuration, over
 * HTTP. {@link dev.icrstreams.monitor.Monitor} puts them together; {@link
 * dev.icrstreams.monitor.Meters} declares every metric.
 */
package dev.icrstreams.monitor;
