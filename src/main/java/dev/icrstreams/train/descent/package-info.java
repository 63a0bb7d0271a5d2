/** How a network's weights are moved: Adam, or gradient descent with momentum. */
package dev.icrstreams.train.descent;
