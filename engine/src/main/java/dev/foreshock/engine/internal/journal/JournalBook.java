package dev.foreshock.engine.internal.journal;

import dev.foreshock.engine.internal.kernel.Kernel;
import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.spi.Notes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the journal of one replication; full at some length, then only counting. What components report about their
 * load gets half of the room, so that crashes and what people do are never crowded out by it.
 */
public final class JournalBook {
    private static final int MOST = 10_000;
    private static final int MOST_OF_SYSTEM = 5_000;

    private final Kernel kernel;
    private final List<JournalEntry> entries = new ArrayList<>();
    private long dropped;
    private final Map<String, Integer> trouble = new HashMap<>();
    private final Map<String, List<Integer>> faults = new HashMap<>();
    private int traffic = Notes.NO_CAUSE;

    /** Creates an empty journal on the time of {@code kernel}. */
    public JournalBook(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Writes an entry and returns its number, or {@link Notes#NO_CAUSE} if the journal is full. */
    public int add(Event event, String subject, String who, String text, int cause) {
        if (entries.size() >= (isOfLoad(event) ? MOST_OF_SYSTEM : MOST)) {
            dropped++;
            return Notes.NO_CAUSE;
        }
        int id = entries.size();
        int because = event == Event.SATURATED && cause == Notes.NO_CAUSE ? traffic : cause;
        entries.add(new JournalEntry(id, kernel.nowNanos(), event, subject, who, text, because));
        if (event == Event.CRASHED || event == Event.SATURATED || event == Event.BROKE) {
            trouble(subject, id);
        }
        return id;
    }

    /** Says that an entry is about trouble of {@code component}, if it was written at all. */
    public void trouble(String component, int entry) {
        if (entry != Notes.NO_CAUSE) {
            trouble.put(component, entry);
        }
    }

    /** Says that a fault began on {@code component} or on calls to it, if that was written at all. */
    public void faultBegan(String component, int entry) {
        if (entry != Notes.NO_CAUSE) {
            faults.computeIfAbsent(component, key -> new ArrayList<>(1)).add(entry);
            trouble(component, entry);
        }
    }

    /** Says that a fault is over whose begin has this number. */
    public void faultOver(int entry) {
        faults.values().forEach(entries -> entries.remove((Integer) entry));
    }

    /** Returns the newest fault under way on {@code component} or on calls to it, or {@link Notes#NO_CAUSE}. */
    public int faultOf(String component) {
        List<Integer> under = faults.getOrDefault(component, List.of());
        return under.isEmpty() ? Notes.NO_CAUSE : under.get(under.size() - 1);
    }

    private static boolean isOfLoad(Event event) {
        return switch (event) {
            case SATURATED, RELIEVED, WARM, NOTED, TRAFFIC, BROKE, CIRCUIT_OPENED, CIRCUIT_CLOSED -> true;
            default -> false;
        };
    }

    /** Says which entry explains saturations from now on: a surge that is under way, or {@link Notes#NO_CAUSE}. */
    public void surge(int entry) {
        traffic = entry;
    }

    /** Returns the newest crash, saturation or beginning of a fault of any of {@code components}, or {@link Notes#NO_CAUSE}. */
    public int newestTrouble(Set<String> components) {
        return components.stream()
                .mapToInt(name -> trouble.getOrDefault(name, Notes.NO_CAUSE))
                .max()
                .orElse(Notes.NO_CAUSE);
    }

    /** Returns everything written. */
    public Journal close() {
        return new Journal(entries, dropped);
    }
}
