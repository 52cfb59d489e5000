package dev.foreshock.junit.internal;

import dev.foreshock.junit.Judge;
import java.util.regex.Pattern;

/** Writes the command that repeats a run, for a POSIX shell. */
final class Replay {
    /** How messages call Foreshock, as for the command itself. */
    private static final String COMMAND = "FORESHOCK_COMMAND";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private Replay() {}

    /**
     * Returns the command.
     *
     * @param hasRecord whether the command would judge by a record unless told otherwise
     */
    static String of(Request request, long seed, boolean hasRecord) {
        StringBuilder command = new StringBuilder(System.getenv().getOrDefault(COMMAND, "foreshock"))
                .append(" run ")
                .append(quoted(request.source().toString()));
        request.changes()
                .overlays()
                .forEach(file -> command.append(" --overlay ").append(quoted(file.toString())));
        request.changes()
                .variants()
                .forEach(name -> command.append(" --variant ").append(quoted(name)));
        request.changes().sets().forEach(set -> command.append(" --set ").append(quoted(set)));
        command.append(" --seed ").append(seed).append(" --replications ").append(request.replications());
        if (request.scale() != 1) {
            command.append(" --scale ").append(request.scale()).append(" --no-full-size");
        }
        if (hasRecord && request.judge() != Judge.RECORD) {
            command.append(" --judge gates");
        }
        return command.toString();
    }

    private static String quoted(String word) {
        return HARMLESS.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
