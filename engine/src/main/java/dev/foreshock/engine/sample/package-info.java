/**
 * How uncertain numbers are drawn, as places in their ranges, spread evenly; and how far a sample of a system is off the whole.
 */
@NullMarked
package dev.foreshock.engine.sample;

import org.jspecify.annotations.NullMarked;
