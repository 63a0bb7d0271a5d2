/**
 * What all commands share with the process they run in: configuration, logs, signals, exit codes.
 */
package dev.icrstreams.cli.process;
