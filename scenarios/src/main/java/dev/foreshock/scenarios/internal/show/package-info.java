/**
 * Writes a scenario that was put together from layers as one file, with the layer of every setting.
 */
@NullMarked
package dev.foreshock.scenarios.internal.show;

import org.jspecify.annotations.NullMarked;
