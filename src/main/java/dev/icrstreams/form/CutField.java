package dev.icrstreams.form;

import dev.icrstreams.form.template.FormField;

/**
 * A field cut out of a page.
 *
 * @param field what the template says of it
 * @param png the box as it was scanned, set upright, in grey, as a PNG file; given away, not copied
 */
public record CutField(FormField field, byte[] png) {}
