/** The containers of a real database: PostgreSQL twice, a Toxiproxy, and what holds them together and to this process. */
@NullMarked
package dev.foreshock.containers.internal;

import org.jspecify.annotations.NullMarked;
