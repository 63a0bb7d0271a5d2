/** The command line: one class a command, with no logic of its own. */
package dev.icrstreams.cli;
