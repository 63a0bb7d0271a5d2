/**
 * Whole scanned forms: where the page lies in the scan, and the fields' boxes cut out of it. {@link
 * dev.icrstreams.form.template.FormTemplate} is read from a JSON file, {@link
 * dev.icrstreams.form.FormCutter} cuts.
 */
package dev.icrstreams.form;
