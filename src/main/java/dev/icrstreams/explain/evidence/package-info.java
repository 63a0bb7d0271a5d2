/** What is known about one field, and what a section of the page is. */
package dev.icrstreams.explain.evidence;
