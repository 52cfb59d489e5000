/**
 * Rules that find legal nonsense in a scenario: one class for each family of cautions.
 */
@NullMarked
package dev.foreshock.engine.internal.caution;

import org.jspecify.annotations.NullMarked;
