/** The process in which Gatling plays the users of a rehearsal. */
@NullMarked
package dev.foreshock.load;

import org.jspecify.annotations.NullMarked;
