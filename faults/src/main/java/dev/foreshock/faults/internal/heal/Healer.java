package dev.foreshock.faults.internal.heal;

import dev.foreshock.faults.heal.Healed;
import dev.foreshock.faults.heal.Residue;
import dev.foreshock.faults.internal.journal.Entry;
import dev.foreshock.faults.undo.Before;
import dev.foreshock.faults.undo.ProcessInverse;
import dev.foreshock.faults.undo.Reach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Undoes a run: all servers, and the processes, at the same time, so that one that hangs keeps no other broken; on each the last
 * change first, each call bounded, and all of them whatever becomes of the others. Then it looks whether all is as it was.
 */
public final class Healer {
    private final Reach reach;
    private final long callNanos;
    private final LongConsumer pause;

    /**
     * Creates a healer.
     *
     * @param reach finds the servers
     * @param callNanos how long a call may take
     * @param pause lets so many nanoseconds pass
     */
    public Healer(Reach reach, long callNanos, LongConsumer pause) {
        this.reach = reach;
        this.callNanos = callNanos;
        this.pause = pause;
    }

    /** Undoes what is open in {@code book}, and closes it if nothing is left. */
    public Healed heal(Book book) {
        Map<String, Ward> wards = wards(book);
        all(wards, ward -> ward.undo(book.open()));
        all(wards, Ward::look);
        boolean isClean = wards.values().stream().allMatch(Ward::isClean);
        if (isClean && !book.inDoubt().isEmpty()) {
            // A call that nobody answered may come in only now.
            pause.accept(callNanos);
            all(wards, ward -> {
                ward.undo(book.inDoubt());
                ward.look();
            });
        }
        List<String> undone = new ArrayList<>();
        List<Residue> residues = new ArrayList<>();
        wards.values().forEach(ward -> {
            undone.addAll(ward.undone());
            residues.addAll(ward.residues());
        });
        if (book.begun().isEmpty() && !book.all().isEmpty()) {
            residues.add(new Residue(
                    "the journal of run " + book.run() + " does not say how the servers were before; look at them",
                    ""));
        }
        if (residues.isEmpty()) {
            book.note(new Entry.Closed(""));
        }
        return new Healed(book.run(), undone, residues, book.warnings());
    }

    private Map<String, Ward> wards(Book book) {
        Map<String, Ward> wards = new LinkedHashMap<>();
        for (Before before : book.begun().map(Entry.Begun::before).orElse(List.of())) {
            wards.put(before.server(), ward(before, book));
        }
        for (Entry.Intended intent : book.all()) {
            wards.computeIfAbsent(
                    intent.inverse().place(),
                    place -> intent.inverse() instanceof ProcessInverse
                            ? new Ward(place, new ProcessProof(book, reach), book, reach)
                            : ward(new Before(place, List.of()), book));
        }
        return wards;
    }

    private Ward ward(Before before, Book book) {
        return new Ward(before.server(), new Proof(book.run(), before, reach), book, reach);
    }

    private interface Step {
        void on(Ward ward);
    }

    private static void all(Map<String, Ward> wards, Step step) {
        List<Thread> threads = wards.values().stream()
                .map(ward -> new Thread(() -> step.on(ward), "foreshock-heal-" + ward.place()))
                .toList();
        threads.forEach(Thread::start);
        boolean isInterrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    // whoever is in a hurry must wait for this
                    isInterrupted = true;
                }
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
