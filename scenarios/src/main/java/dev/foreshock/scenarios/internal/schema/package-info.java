/**
 * What editors and people read about the language, generated from the same records that the reader follows.
 */
@NullMarked
package dev.foreshock.scenarios.internal.schema;

import org.jspecify.annotations.NullMarked;
