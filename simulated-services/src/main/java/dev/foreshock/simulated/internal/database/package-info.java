/** A real database behind a modelled one: PostgreSQL, a primary and a standby, and whoever has the standby take over. */
@NullMarked
package dev.foreshock.simulated.internal.database;

import org.jspecify.annotations.NullMarked;
