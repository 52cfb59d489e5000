package dev.foreshock.faults.heal;

import dev.foreshock.faults.control.ServerTokens;
import dev.foreshock.faults.internal.heal.Book;
import dev.foreshock.faults.internal.heal.Healer;
import dev.foreshock.faults.internal.journal.Entry;
import dev.foreshock.faults.internal.journal.Journal;
import dev.foreshock.faults.process.ProcessControl;
import dev.foreshock.faults.undo.Reach;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Undoes what is left of runs whose processes are dead, from the journals in a state directory. May be repeated; two at a time
 * do not meet, as a journal is one process's.
 */
public final class Healing {
    private final Path state;
    private final Healer healer;

    private Healing(Path state, Healer healer) {
        this.state = state;
        this.healer = healer;
    }

    /**
     * Returns the healing of the runs in a directory.
     *
     * @param state the state directory, which need not exist
     * @param patience how long one call to a server may take
     */
    public static Healing in(Path state, Duration patience) {
        Reach reach = Reach.network(patience, ServerTokens.in(state));
        return new Healing(state, new Healer(reach, patience.toNanos(), Healing::pause));
    }

    private static void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Returns the runs that are not known to have left a clean state, alive or not, by name. */
    public List<String> unfinished() throws IOException {
        return Journal.unfinished(state);
    }

    /**
     * Returns those of them that may have touched a server.
     *
     * @param server the server's {@code host:port}
     */
    public List<String> unfinishedOn(String server) throws IOException {
        return Journal.unfinished(
                state,
                entries -> entries.stream()
                        .anyMatch(entry -> entry instanceof Entry.Begun begun
                                && begun.before().stream()
                                        .anyMatch(before -> before.server().equals(server))));
    }

    /**
     * Undoes a run and looks whether its servers are as they were. If so, the run is finished.
     *
     * @return what became of it, or nothing if a process has it: it is alive, or somebody else heals it
     * @throws IOException if there is no journal of it, or it cannot be read
     */
    public Optional<Healed> heal(String run) throws IOException {
        Optional<Journal> journal = Journal.open(state, run);
        if (journal.isEmpty()) {
            return Optional.empty();
        }
        try (Book book = Book.found(journal.get())) {
            return Optional.of(healer.heal(book));
        }
    }

    /**
     * Finishes a run on a person's word, without a look at any server.
     *
     * @param reason why; kept in the journal
     * @return false if a process has it
     * @throws IOException if there is no journal of it, or it cannot be written
     */
    public boolean accept(String run, String reason) throws IOException {
        Optional<Journal> journal = Journal.open(state, run);
        if (journal.isPresent()) {
            try (Journal open = journal.get()) {
                open.append(new Entry.Closed(reason));
            }
        }
        return journal.isPresent();
    }

    /** Removes what keeps others from runs that are finished, and from processes that have ended: it is of no use any more. */
    public void forgetFinished() throws IOException {
        Journal.removeLocksOfFinished(state);
        ProcessControl.local().forgetEnded();
    }
}
