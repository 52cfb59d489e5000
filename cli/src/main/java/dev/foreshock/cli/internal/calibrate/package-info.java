/** Measures a twin system without faults, and writes what it measured as an overlay. */
@NullMarked
package dev.foreshock.cli.internal.calibrate;

import org.jspecify.annotations.NullMarked;
