/**
 * Descriptions of a system and its users: servers, databases, balancers, calls, links, sessions, and the scenario that holds them.
 */
@NullMarked
package dev.foreshock.engine.model;

import org.jspecify.annotations.NullMarked;
