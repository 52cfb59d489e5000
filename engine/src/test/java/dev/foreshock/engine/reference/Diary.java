package dev.foreshock.engine.reference;

import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The journal of a run. */
final class Diary {
    static final int NO_CAUSE = -1;
    private static final int MOST = 10_000;
    private static final int MOST_OF_LOAD = 5_000;
    private static final Set<Event> OF_LOAD =
            EnumSet.of(Event.SATURATED, Event.RELIEVED, Event.WARM, Event.NOTED, Event.TRAFFIC, Event.BROKE);
    private static final Set<Event> TROUBLE = EnumSet.of(Event.CRASHED, Event.SATURATED, Event.BROKE);

    private final Agenda agenda;
    final List<JournalEntry> entries = new ArrayList<>();
    private final Map<String, List<Integer>> faults = new HashMap<>();

    /** The beginnings of faults under way, by component. */
    private final Map<String, TreeSet<Integer>> underWay = new HashMap<>();

    /** The entry about a surge that is under way, which explains saturations. */
    int surge = NO_CAUSE;

    Diary(Agenda agenda) {
        this.agenda = agenda;
    }

    int add(Event event, String subject, String who, String text, int cause) {
        if (entries.size() >= (OF_LOAD.contains(event) ? MOST_OF_LOAD : MOST)) {
            return NO_CAUSE;
        }
        int because = event == Event.SATURATED && cause == NO_CAUSE ? surge : cause;
        entries.add(new JournalEntry(entries.size(), agenda.now(), event, subject, who, text, because));
        return entries.size() - 1;
    }

    /** Says that an entry is about trouble in {@code component}. */
    void trouble(String component, int entry) {
        if (entry != NO_CAUSE) {
            faults.computeIfAbsent(component, key -> new ArrayList<>()).add(entry);
        }
    }

    void faultBegan(String component, int entry) {
        if (entry != NO_CAUSE) {
            underWay.computeIfAbsent(component, key -> new TreeSet<>()).add(entry);
        }
    }

    void faultOver(int entry) {
        underWay.values().forEach(entries -> entries.remove(entry));
    }

    /** Returns the newest entry about a fault of {@code component} that is under way. */
    int faultUnderWay(String component) {
        TreeSet<Integer> entries = underWay.getOrDefault(component, new TreeSet<>());
        return entries.isEmpty() ? NO_CAUSE : entries.last();
    }

    /** Returns the newest entry about trouble in any of {@code components}. */
    int newestTrouble(Set<String> components) {
        IntStream own = entries.stream()
                .filter(entry -> TROUBLE.contains(entry.event()) && components.contains(entry.subject()))
                .mapToInt(JournalEntry::id);
        IntStream ofFaults = components.stream()
                .flatMap(name -> faults.getOrDefault(name, List.of()).stream())
                .mapToInt(Integer::intValue);
        return IntStream.concat(own, ofFaults).max().orElse(NO_CAUSE);
    }
}
