/**
 * The catalog: every kind of thing a scenario can name, one line each.
 */
@NullMarked
package dev.foreshock.engine.catalog;

import org.jspecify.annotations.NullMarked;
