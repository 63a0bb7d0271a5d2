/** Where single digits to learn from come from: IDX files, folders of images, MNIST's mirrors. */
package dev.icrstreams.train.source;
