package dev.foreshock.reports.internal.text;

import dev.foreshock.engine.result.Outcome;

/** How a call ended, as people say it. */
public final class Outcomes {
    private Outcomes() {}

    /** Returns the words for a name that {@code result.json} has for an outcome; the name itself where it is of another. */
    public static String word(String name) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.text().equals(name)) {
                return switch (outcome) {
                    case ERROR -> "answered with an error";
                    case TIMED_OUT -> "timed out";
                    default -> name;
                };
            }
        }
        return name;
    }
}
