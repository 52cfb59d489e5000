/** What goes from process to process: calls as HTTP requests, and what the conductor of a run says to its parts. */
@NullMarked
package dev.foreshock.simulated.internal.wire;

import org.jspecify.annotations.NullMarked;
