package dev.foreshock.engine.targets;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Validated;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A process of this machine that is a component, or one of its replicas. It is known by the file in which it keeps its pid, never by a
 * name that another process can have.
 *
 * @param on the component: what faults say
 * @param pidFile the file that holds its pid, by its absolute path
 * @param start the command that starts it again after a crash; null if it may not be killed
 * @param within how long a start may take until the file names a process that runs
 * @param allowed whether a run may break it
 */
@Doc(
        "A process of this machine that is a component, or one of its replicas. It must be one of the same user as Foreshock.")
public record ProcessTarget(
        @Doc(
                "The component: what a fault is on. Several processes of one component are its replicas, in the order of their names.")
        String on,

        @Doc(
                "The file that holds the pid of the process, by its absolute path: it must be written anew when the process is started again.")
        String pidFile,

        @Doc(
                "The command that starts it again after a crash, for a POSIX shell, in the directory of the pid file. It may end or go on as the process itself. "
                        + "Without it the process can be paused, but not killed.")
        @Nullable
        String start,

        @Doc("How long a start may take until the pid file names a process that runs.")
        @Default("10s")
        @Range(min = 0.1, max = 300)
        Duration within,

        @Doc("Whether a run may break it. What is not allowed here is never touched.") @Default("no")
        boolean allowed)
        implements Validated {
    @Override
    public void validate(Problems problems) {
        if (!pidFile.startsWith("/")) {
            problems.at("pid-file")
                    .add(
                            Flaw.RANGE,
                            "'pid-file' must be an absolute path, but was " + pidFile,
                            "foreshock heal must find it from wherever it is run");
        }
        if (start != null && start.isBlank()) {
            problems.at("start")
                    .add(
                            Flaw.RANGE,
                            "'start' must be a command, but is empty",
                            "leave it out if the process may not be killed");
        }
    }
}
