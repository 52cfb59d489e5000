/** Holds worlds side by side: compare, why, limit and vulnerability. */
@NullMarked
package dev.foreshock.cli.internal.whatif;

import org.jspecify.annotations.NullMarked;
