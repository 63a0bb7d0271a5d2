/** Planes of grey values, and what is measured of them and made of them. */
package dev.icrstreams.image.plane;
