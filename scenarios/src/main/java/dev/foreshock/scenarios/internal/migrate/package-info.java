/**
 * Brings files of older versions to the newest: migrations turn a located tree into changes of its text, so that comments,
 * order and formatting stay.
 */
@NullMarked
package dev.foreshock.scenarios.internal.migrate;

import org.jspecify.annotations.NullMarked;
