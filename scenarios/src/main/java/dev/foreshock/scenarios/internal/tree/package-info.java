/**
 * A YAML text as an immutable tree in which everything knows its line and column; values stay as written.
 */
@NullMarked
package dev.foreshock.scenarios.internal.tree;

import org.jspecify.annotations.NullMarked;
