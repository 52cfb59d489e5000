package dev.foreshock.cli.internal.findings;

import dev.foreshock.cli.internal.files.Digest;
import dev.foreshock.scenarios.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Marks findings so that a later check recognizes them, wherever their lines went: by code, file, what the line says and
 * where in it the finding is; equal ones are numbered. Not thread-safe.
 */
final class Fingerprints {

    private static final int DIGITS = 16;

    private final Map<String, Integer> seen = new TreeMap<>();

    String of(Diagnostic found, String file) {
        String line = found.place().text();
        int indent = line.length() - line.stripLeading().length();
        String what = found.line() == 0 ? found.message() : line.strip();
        int where = found.column() - indent;
        String hash = hash(String.join("\n", found.code().id(), file, what, String.valueOf(where)));
        return hash + ":" + seen.merge(hash, 1, Integer::sum);
    }

    private static String hash(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }
}
