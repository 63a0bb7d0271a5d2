/** Both readers' opinions of a field made into one, before and after its rules were heard. */
package dev.icrstreams.read.fuse;
