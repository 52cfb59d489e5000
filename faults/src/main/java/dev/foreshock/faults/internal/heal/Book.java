package dev.foreshock.faults.internal.heal;

import dev.foreshock.faults.internal.journal.Entry;
import dev.foreshock.faults.internal.journal.Journal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A journal and what follows from it: which changes are open, and of which it is not known whether they were made. Thread-safe. */
public final class Book implements AutoCloseable {
    private final Journal journal;
    /** In the order in which they were made. */
    private final Map<Integer, Entry.Intended> intended = new LinkedHashMap<>();

    private final Set<Integer> answered = new HashSet<>();
    private final Set<Integer> undone = new HashSet<>();
    private final List<String> warnings = new ArrayList<>();
    private Entry.@Nullable Begun begun;

    private Book(Journal journal) {
        this.journal = journal;
    }

    /** Returns the book of a run of which a journal was found. */
    public static Book found(Journal journal) {
        Book book = new Book(journal);
        journal.found().forEach(book::learn);
        if (journal.isDamaged()) {
            book.warnings.add("the journal of run " + journal.run()
                    + " is damaged in its midst: what was read of it was undone, and the servers were compared");
        }
        return book;
    }

    /** Returns the book of a run that begins. */
    public static Book begun(Journal journal, Entry.Begun begun) {
        Book book = new Book(journal);
        book.learn(begun);
        return book;
    }

    private void learn(Entry entry) {
        if (entry instanceof Entry.Begun beginning) {
            begun = beginning;
        } else if (entry instanceof Entry.Intended intent) {
            intended.put(intent.number(), intent);
        } else if (entry instanceof Entry.Applied applied) {
            answered.add(applied.number());
        } else if (entry instanceof Entry.Refused refused) {
            answered.add(refused.number());
            undone.add(refused.number());
        } else if (entry instanceof Entry.Undone over) {
            undone.add(over.number());
        }
    }

    /**
     * Writes an entry before what it announces is done.
     *
     * @throws IOException if it may not be on disk: then it must not be done
     */
    public synchronized void write(Entry entry) throws IOException {
        journal.append(entry);
        learn(entry);
    }

    /** Writes an entry about what is done already. That it cannot be written must keep nobody from undoing the rest. */
    public synchronized void note(Entry entry) {
        learn(entry);
        try {
            journal.append(entry);
        } catch (IOException e) {
            String warning = "the journal of run " + journal.run() + " could not be written: " + e.getMessage();
            if (!warnings.contains(warning)) {
                warnings.add(warning);
            }
        }
    }

    /** Returns the name of the run. */
    public String run() {
        return journal.run();
    }

    /** Returns how the run began; nothing if that cannot be read. */
    public synchronized Optional<Entry.Begun> begun() {
        return Optional.ofNullable(begun);
    }

    /** Returns what is wrong with the journal. */
    public synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Returns every change that the run made or was about to make, the last one first. */
    public synchronized List<Entry.Intended> all() {
        List<Entry.Intended> all = new ArrayList<>(intended.values());
        Collections.reverse(all);
        return List.copyOf(all);
    }

    /** Returns those that are to be undone, the last one first. */
    public synchronized List<Entry.Intended> open() {
        return all().stream()
                .filter(intent -> !undone.contains(intent.number()))
                .toList();
    }

    /** Returns those that have no answer, the last one first: they may have been made, and may be made yet. */
    public synchronized List<Entry.Intended> inDoubt() {
        return all().stream()
                .filter(intent -> !answered.contains(intent.number()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
