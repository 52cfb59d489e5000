/** Gatling's users, who do what the conductor of a rehearsal says. */
@NullMarked
package dev.foreshock.load.internal;

import org.jspecify.annotations.NullMarked;
