package dev.foreshock.faults.internal.heal;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.heal.Residue;
import dev.foreshock.faults.internal.journal.Entry;
import dev.foreshock.faults.process.OwnedProcess;
import dev.foreshock.faults.process.ProcessState;
import dev.foreshock.faults.undo.Inverse;
import dev.foreshock.faults.undo.ProcessInverse;
import dev.foreshock.faults.undo.Reach;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the processes that a run touched run: themselves, or what took their place. */
final class ProcessProof implements Look {
    private final Book book;
    private final Reach reach;

    ProcessProof(Book book, Reach reach) {
        this.book = book;
        this.reach = reach;
    }

    @Override
    public List<Inverse> strays() {
        return List.of();
    }

    @Override
    public List<Residue> differences() throws ControlException {
        Set<OwnedProcess> touched = new LinkedHashSet<>();
        for (Entry.Intended intent : book.all()) {
            if (intent.inverse() instanceof ProcessInverse inverse) {
                touched.add(inverse.process());
            }
        }
        List<Residue> differences = new ArrayList<>();
        for (OwnedProcess process : touched) {
            Optional<ProcessState> now = reach.processes().serving(process);
            if (now.isEmpty()) {
                differences.add(new Residue(
                        process.text() + " is gone, and its pid file names no other that runs",
                        process.start().isEmpty() ? "" : process.startByHand()));
            } else if (now.get().stopped()) {
                long pid = now.get().identity().pid();
                differences.add(new Residue(
                        "process " + pid + " ('" + process.name() + "', " + process.pidFile()
                                + ") is stopped, but was not before",
                        "kill -CONT " + pid));
            }
        }
        return differences;
    }

    @Override
    public String byHand() {
        return "ps -o pid,stat,lstart,args";
    }
}
