package dev.foreshock.faults.guard;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A whole run in a process of its own: everything is broken, mended and ended. */
public final class Errand {
    private Errand() {}

    /** Takes the port of a server, the name of the run, the lease in milliseconds and the state directory. */
    public static void main(String[] args) throws Exception {
        Assignment assignment = Injector.assignment(
                Integer.parseInt(args[0]), args[1], TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[2])));
        try (GuardedRun run = GuardedRun.start(assignment, Path.of(args[3]))) {
            run.apply(0);
            run.apply(1);
            run.undo(1);
            run.undo(0);
            System.out.println(run.end("all was done"));
        } catch (UnfitException | RunOverException e) {
            System.out.println(e);
        }
    }
}
