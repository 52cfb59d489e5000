package dev.foreshock.scenarios;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
    /** The file cannot be used. */
    ERROR,
    /** The file can be used, but may not mean what its author thinks. */
    WARNING;

    /** Returns the word in messages. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
