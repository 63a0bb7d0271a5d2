/** What forms look like, as their files tell. */
package dev.icrstreams.form.template;
