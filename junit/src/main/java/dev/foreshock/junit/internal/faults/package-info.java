/** Real faults in tests: a server for a class, a guarded run for a test that injects, and the proof that nothing is left. */
@NullMarked
package dev.foreshock.junit.internal.faults;

import org.jspecify.annotations.NullMarked;
