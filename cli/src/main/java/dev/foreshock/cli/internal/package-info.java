/** The commands, one class each, and what they need: surroundings, progress, output directory, replay command. */
@NullMarked
package dev.foreshock.cli.internal;

import org.jspecify.annotations.NullMarked;
