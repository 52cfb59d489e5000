/** Moves a scenario to the current language, and looks whether its verdict stays. */
@NullMarked
package dev.foreshock.cli.internal.migrate;

import org.jspecify.annotations.NullMarked;
