/** What the sequence reader's columns say: its likeliest numbers, and where their digits stand. */
package dev.icrstreams.read.columns;
