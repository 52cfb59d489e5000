/**
 * The catalog of everything a scenario can name, and the annotations from which reader, schema, scaling and reference page follow.
 */
@NullMarked
package dev.foreshock.engine.catalog;

import org.jspecify.annotations.NullMarked;
