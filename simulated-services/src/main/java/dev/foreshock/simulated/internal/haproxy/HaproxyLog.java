package dev.foreshock.simulated.internal.haproxy;

import dev.foreshock.engine.live.PartReport;
import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.spi.Notes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What HAProxy says of its servers, as a journal. Thread-safe. */
public final class HaproxyLog {
    private static final Pattern TURN = Pattern.compile("Server [^/ ]+/(\\S+) is (DOWN|UP)(?:, reason: ([^.]*))?.*");

    private final String name;
    private final long startNanos;
    private final List<JournalEntry> entries = new ArrayList<>();

    /** What was taken out since time 0, and not back. What was taken out before that comes back from what is no part of the run. */
    private final Set<String> out = new HashSet<>();

    HaproxyLog(String name, long startNanos) {
        this.name = name;
        this.startNanos = startNanos;
    }

    synchronized void line(String line, long nowNanos) {
        Matcher turn = TURN.matcher(line);
        if (turn.matches()) {
            if (nowNanos < startNanos) {
                return;
            }
            boolean isUp = turn.group(2).equals("UP");
            if (isUp ? !out.remove(turn.group(1)) : !out.add(turn.group(1))) {
                return;
            }
            String why = turn.group(3) == null ? "" : ": " + turn.group(3);
            entries.add(new JournalEntry(
                    entries.size(),
                    nowNanos - startNanos,
                    isUp ? Event.TARGET_BACK : Event.TARGET_OUT,
                    name,
                    name,
                    name + " (HAProxy) takes " + turn.group(1) + (isUp ? " back" : " out") + why,
                    Notes.NO_CAUSE));
        }
    }

    /** Returns it as what a part saw: it counts nothing. */
    public synchronized PartReport report() {
        return new PartReport(Map.of(), Map.of(), new Journal(List.copyOf(entries), 0), Map.of());
    }
}
