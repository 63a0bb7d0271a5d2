/** What tests of several packages share: brokers in containers, and questions to a broker. */
package dev.icrstreams.support;
