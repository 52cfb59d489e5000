/**
 * How descriptions are written: annotations from which reader, schema, scaling and reference page follow, and the rules
 * that descriptions are held to.
 */
@NullMarked
package dev.foreshock.engine.describe;

import org.jspecify.annotations.NullMarked;
