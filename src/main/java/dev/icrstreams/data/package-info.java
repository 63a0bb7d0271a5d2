/** Labelled data on disk: IDX files of digits, folders of labelled fields. */
package dev.icrstreams.data;
