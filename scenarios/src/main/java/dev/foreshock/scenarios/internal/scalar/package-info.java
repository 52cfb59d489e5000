/**
 * Values written as one word or phrase: durations, rates, conditions, claims. One table says which types there are.
 */
@NullMarked
package dev.foreshock.scenarios.internal.scalar;

import org.jspecify.annotations.NullMarked;
