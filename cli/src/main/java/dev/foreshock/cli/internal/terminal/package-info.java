/** What a command stands in: its streams, environment and directory, how it draws progress, and how it is interrupted. */
@NullMarked
package dev.foreshock.cli.internal.terminal;

import org.jspecify.annotations.NullMarked;
