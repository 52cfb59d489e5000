/** The users of a scenario, with the monitors and people who watch, against a twin that runs. */
@NullMarked
package dev.foreshock.simulated.internal.load;

import org.jspecify.annotations.NullMarked;
