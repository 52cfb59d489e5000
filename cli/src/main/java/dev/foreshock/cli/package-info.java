/**
 * The foreshock command: {@link dev.foreshock.cli.Main} is the one main that a person calls, and
 * {@link dev.foreshock.cli.ExitCode} what it ends with.
 */
@NullMarked
package dev.foreshock.cli;

import org.jspecify.annotations.NullMarked;
