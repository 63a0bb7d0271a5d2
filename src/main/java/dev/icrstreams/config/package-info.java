/**
 * Every configuration key, declared once with its default, its range and its meaning; where values
 * come from; and how they are shown.
 */
package dev.icrstreams.config;
