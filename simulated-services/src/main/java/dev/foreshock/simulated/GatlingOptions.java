package dev.foreshock.simulated;

import java.nio.file.Path;

/**
 * How the process is started in which Gatling sends what users send.
 *
 * @param classPath its class path, where the module {@code load} and Gatling are
 * @param mark the directory by which its process is found: that of the twin
 * @param results where what Gatling writes down goes
 * @param report whether Gatling makes its report for people too
 */
public record GatlingOptions(String classPath, Path mark, Path results, boolean report) {}
