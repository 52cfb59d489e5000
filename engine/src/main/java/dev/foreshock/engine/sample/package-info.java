/**
 * How uncertain numbers are drawn: places in their ranges, spread evenly.
 */
@NullMarked
package dev.foreshock.engine.sample;

import org.jspecify.annotations.NullMarked;
