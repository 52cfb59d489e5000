/**
 * Foreshock in JUnit tests: {@link dev.foreshock.junit.ScenarioTest} holds the gates of a scenario, {@link
 * dev.foreshock.junit.RealFaults} breaks real connections of the user's own services for the length of one test.
 */
@NullMarked
package dev.foreshock.junit;

import org.jspecify.annotations.NullMarked;
