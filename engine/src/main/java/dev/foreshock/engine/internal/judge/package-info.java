/**
 * Evaluates claims over runs and gives verdicts.
 */
@NullMarked
package dev.foreshock.engine.internal.judge;

import org.jspecify.annotations.NullMarked;
