/**
 * The form's own lines: {@link dev.icrstreams.image.form.FormLines} finds rules, frames, cells and
 * combs and takes them out of the ink.
 */
package dev.icrstreams.image.form;
