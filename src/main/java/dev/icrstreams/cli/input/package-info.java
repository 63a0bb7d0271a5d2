/** What commands are given: files, manifests, whole forms, constraints. */
package dev.icrstreams.cli.input;
