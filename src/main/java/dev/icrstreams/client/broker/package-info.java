/** How brokers are spoken to: settings, rights, refusals, releases, and reading a topic once. */
package dev.icrstreams.client.broker;
