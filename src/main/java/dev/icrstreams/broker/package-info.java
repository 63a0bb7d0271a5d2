/**
 * A Kafka broker inside this JVM, for the demo and for tests.
 *
 * <p>It is Kafka's own server with real listeners on the loopback interface, not a simulation:
 * every client, in this process or another, sees a single-node KRaft cluster. It is built for one
 * machine and small data, with one copy of everything, and is no broker to run a service on.
 */
package dev.icrstreams.broker;
