package dev.foreshock.faults.guard;

import dev.foreshock.faults.control.LeaseTerms;
import dev.foreshock.faults.process.OwnedProcess;
import dev.foreshock.faults.process.RealProcess;
import dev.foreshock.faults.undo.ProcessChange;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An injector in a process of its own, for tests that kill it: stops one process, kills another, and waits for its end. */
public final class ProcessInjector {
    private ProcessInjector() {}

    static Assignment assignment(Path directory, long leaseNanos) throws Exception {
        long life = TimeUnit.MINUTES.toNanos(5);
        OwnedProcess hung = owned(directory, "hung");
        OwnedProcess dead = owned(directory, "dead");
        return new Assignment(
                "r1",
                "a test",
                "hash",
                List.of(),
                List.of(hung, dead),
                List.of(new Step(new ProcessChange.Pause(hung), life), new Step(new ProcessChange.Kill(dead), life)),
                List.of(),
                leaseNanos,
                Injector.CALL_NANOS,
                LeaseTerms.ALL);
    }

    private static OwnedProcess owned(Path directory, String name) throws Exception {
        return new RealProcess(name, directory.resolve(name + ".pid")).owned();
    }

    /** Takes the directory of the pid files, which is also that of journals, and the lease in milliseconds. */
    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[0]);
        Assignment assignment = assignment(directory, TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[1])));
        try (GuardedRun run = GuardedRun.start(assignment, directory)) {
            run.apply(0);
            run.apply(1);
            System.out.println("broken " + run.guard().pid());
            run.over(Long.MAX_VALUE).ifPresent(System.out::println);
        }
    }
}
