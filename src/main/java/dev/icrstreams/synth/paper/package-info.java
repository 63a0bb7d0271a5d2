/**
 * What is on the paper beside the writing: a form's boxes and rules, its tints, patterned ground,
 * what a crop takes in from next to the field, and what shows through from the other side.
 */
package dev.icrstreams.synth.paper;
