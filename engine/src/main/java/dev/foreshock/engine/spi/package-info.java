/**
 * What a component sees of the engine: the contract for adding a component of one's own.
 */
@NullMarked
package dev.foreshock.engine.spi;

import org.jspecify.annotations.NullMarked;
