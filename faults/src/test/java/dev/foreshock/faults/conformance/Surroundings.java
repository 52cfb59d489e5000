package dev.foreshock.faults.conformance;

import java.util.List;

/** What the machine has that tests run against. */
public final class Surroundings {
    private Surroundings() {}

    /** Tells whether a variable of the environment names something. */
    public static boolean has(String variable) {
        return !System.getenv().getOrDefault(variable, "").isEmpty();
    }

    /** Tells whether a test that lacks {@code what} must fail: everything is required, and nobody has said that this is missing. */
    public static boolean requires(String what) {
        List<String> missing =
                List.of(System.getenv().getOrDefault("FORESHOCK_MISSING", "").split(" ", -1));
        return System.getenv("FORESHOCK_REQUIRE_ALL") != null && !missing.contains(what);
    }
}
