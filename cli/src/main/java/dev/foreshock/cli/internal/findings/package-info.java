/**
 * What was found, for programs: one class for each format, all from the same diagnostics; also what a step of continuous integration is told.
 */
@NullMarked
package dev.foreshock.cli.internal.findings;

import org.jspecify.annotations.NullMarked;
