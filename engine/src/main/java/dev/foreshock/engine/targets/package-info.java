/**
 * Targets: where the parts of a system are in the real world, and what may be done to them. Descriptions alone: who injects
 * faults there reads them.
 */
@NullMarked
package dev.foreshock.engine.targets;

import org.jspecify.annotations.NullMarked;
