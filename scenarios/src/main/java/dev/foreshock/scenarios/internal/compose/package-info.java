/**
 * Reads Docker Compose files as plain maps and makes a scenario to start from of them: what they say about services, and a
 * stand-in for everything else.
 */
@NullMarked
package dev.foreshock.scenarios.internal.compose;

import org.jspecify.annotations.NullMarked;
