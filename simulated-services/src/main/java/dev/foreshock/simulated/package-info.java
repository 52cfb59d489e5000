/** The twin of a modelled system: started, warmed, run under the users of its scenario, and ended. */
@NullMarked
package dev.foreshock.simulated;

import org.jspecify.annotations.NullMarked;
