/**
 * Descriptions of monitors, responders and runbooks: how an incident is noticed and worked on.
 */
@NullMarked
package dev.foreshock.engine.people;

import org.jspecify.annotations.NullMarked;
