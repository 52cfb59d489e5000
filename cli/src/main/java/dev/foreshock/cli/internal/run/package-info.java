/** Runs a scenario, once, many times or to steady state, and writes what came of it; also a report made again. */
@NullMarked
package dev.foreshock.cli.internal.run;

import org.jspecify.annotations.NullMarked;
