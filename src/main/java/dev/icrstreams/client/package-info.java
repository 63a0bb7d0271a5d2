/**
 * Plain Kafka clients around the service: topics made and checked, fields produced, results
 * consumed, the conservation law counted.
 */
package dev.icrstreams.client;
