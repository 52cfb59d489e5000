package dev.foreshock.scenarios.internal.compose;

/**
 * A call that a Compose file suggests.
 *
 * @param from who calls, by its name there
 * @param to who is called
 * @param reason the setting that says so
 */
record Edge(String from, String to, String reason) {}
