/** How a training is to go, decided before it begins, and who is told how it went. */
package dev.icrstreams.train.plan;
