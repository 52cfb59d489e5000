package dev.foreshock.cli.internal;

import java.util.regex.Pattern;

/** Quotes words for a POSIX shell. */
final class Shell {
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private Shell() {}

    static String quoted(String word) {
        return HARMLESS.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
