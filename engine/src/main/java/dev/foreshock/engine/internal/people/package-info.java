/**
 * Monitors that scrape, and responders who work through a runbook, at run time.
 */
@NullMarked
package dev.foreshock.engine.internal.people;

import org.jspecify.annotations.NullMarked;
