/** Rehearses a scenario with real processes: who plays its parts, where, and what is predicted beside observed. */
@NullMarked
package dev.foreshock.cli.internal.rehearse;

import org.jspecify.annotations.NullMarked;
