/** A class that Deeplearning4j 1.0.0-M2.1 looks up by a name that ND4J no longer has. */
package org.nd4j.nativeblas;
