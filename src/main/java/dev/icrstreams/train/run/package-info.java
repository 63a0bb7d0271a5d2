/** What a training was and what came of it, as a file beside the model: for reports and search. */
package dev.icrstreams.train.run;
