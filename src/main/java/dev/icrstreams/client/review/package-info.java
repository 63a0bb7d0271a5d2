/** Fields in review, their images, and the answers to them. */
package dev.icrstreams.client.review;
