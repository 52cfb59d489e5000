package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.result.JournalEntry;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which entries of a journal are how an incident came about, and what each of them is in it. */
final class Marks {
    /** What set it off. */
    static final String TRIGGER = "trigger";

    private final Map<Integer, String> byEntry = new HashMap<>();

    Marks(Chain chain) {
        put(chain.origin(), TRIGGER);
        put(chain.saturated(), "saturated");
        put(chain.failed(), "failed");
        chain.again().stream().limit(1).forEach(entry -> put(entry, "failed again"));
    }

    private void put(@Nullable JournalEntry entry, String mark) {
        if (entry != null) {
            byEntry.put(entry.id(), mark);
        }
    }

    /** Returns the mark of a moment; empty if it has none. */
    String of(Moment moment) {
        return byEntry.entrySet().stream()
                .filter(mark -> moment.contains(mark.getKey()))
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse("");
    }
}
