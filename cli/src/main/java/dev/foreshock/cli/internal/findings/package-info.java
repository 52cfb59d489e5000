/**
 * What a check found, for programs: one class for each format, all from the same diagnostics.
 */
@NullMarked
package dev.foreshock.cli.internal.findings;

import org.jspecify.annotations.NullMarked;
