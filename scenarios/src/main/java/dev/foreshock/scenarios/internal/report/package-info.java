/**
 * Collects diagnostics while a file is read, and finds the name that was meant.
 */
@NullMarked
package dev.foreshock.scenarios.internal.report;

import org.jspecify.annotations.NullMarked;
