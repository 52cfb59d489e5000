package dev.foreshock.scenarios;

/**
 * A scenario of the library.
 *
 * @param name its name
 * @param about one sentence about it
 */
public record LibraryScenario(String name, String about) {}
