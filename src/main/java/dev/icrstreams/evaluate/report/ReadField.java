package dev.icrstreams.evaluate.report;

import dev.icrstreams.data.LabelledFolder;
import dev.icrstreams.evaluate.Result;

/**
 * A labelled image and what became of it.
 *
 * @param entry which one
 * @param result what was read and decided
 */
public record ReadField(LabelledFolder.Entry entry, Result result) {}
