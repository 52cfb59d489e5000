/** The command itself: parses what was asked, hands it to the command in its room, and owns how it ends; completion for shells. */
@NullMarked
package dev.foreshock.cli.internal;

import org.jspecify.annotations.NullMarked;
