/** Marks on a page and the transform that lays a form over it. */
package dev.icrstreams.form.geometry;
