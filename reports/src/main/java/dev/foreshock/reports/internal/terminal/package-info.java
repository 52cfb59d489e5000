/** The building blocks of what a terminal shows: colors and tables. */
@NullMarked
package dev.foreshock.reports.internal.terminal;

import org.jspecify.annotations.NullMarked;
