/** Injects the faults of a scenario into real services, by Toxiproxy. */
@NullMarked
package dev.foreshock.cli.internal.inject;

import org.jspecify.annotations.NullMarked;
