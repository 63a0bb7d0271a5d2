/**
 * Bytes to clean ink: {@link dev.icrstreams.image.ImageDecoder} makes grey pixels of an image file,
 * {@link dev.icrstreams.image.Cleaner} makes ink of grey pixels. The steps of each are in
 * sub-packages.
 */
package dev.icrstreams.image;
