/** Networks that others trained on photographs, with a new head that learns digits. */
package dev.icrstreams.train.transfer;
