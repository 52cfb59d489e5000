/** Gatling in a process of its own, from outside: how it is started, told and ended, and what its log says. */
@NullMarked
package dev.foreshock.simulated.internal.gatling;

import org.jspecify.annotations.NullMarked;
