/**
 * What brought it about: parts of a scenario are taken away one at a time, and the same users and draws meet what is left.
 */
@NullMarked
package dev.foreshock.engine.cause;

import org.jspecify.annotations.NullMarked;
