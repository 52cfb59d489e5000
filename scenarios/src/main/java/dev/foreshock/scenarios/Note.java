package dev.foreshock.scenarios;

/**
 * Another place that explains a diagnostic.
 *
 * @param message what is there
 * @param place where it is
 */
public record Note(String message, Place place) {}
