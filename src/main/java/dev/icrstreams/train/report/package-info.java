/** Trainings as pages of HTML that need nothing beside them: one run, or several compared. */
package dev.icrstreams.train.report;
