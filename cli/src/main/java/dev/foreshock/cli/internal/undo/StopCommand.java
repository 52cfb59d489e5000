package dev.foreshock.cli.internal.undo;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.files.StateDirectory;
import dev.foreshock.cli.internal.terminal.DiskWords;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import dev.foreshock.engine.describe.Printable;
import dev.foreshock.faults.inject.Injection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code foreshock stop}: the kill switch of runs on real systems. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Stops every run on a real system that has this state directory, and keeps new ones from beginning until the",
            "switch is cleared with a reason. Who set and cleared it, when and why, is kept in stops.log there."
        },
        footer = {"", "Exit codes: 0 set or cleared, 2 wrong usage, or the directory cannot be written."})
public final class StopCommand implements Callable<Integer> {
    private static final String LOG = "stops.log";

    private final Surroundings here;

    @Parameters(
            arity = "0..1",
            paramLabel = "REASON",
            description = "Why everything is to stop; runs that end by it say so.")
    private @Nullable String reason;

    @Option(names = "--clear", paramLabel = "REASON", description = "Let runs begin again, and say why.")
    private @Nullable String cleared;

    @Mixin
    private StateDirectory state = new StateDirectory();

    public StopCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        if ((reason == null) == (cleared == null)) {
            throw new UsageException("stop needs either a reason, or --clear with one");
        }
        String why = reason == null ? String.valueOf(cleared) : reason;
        if (why.isBlank()) {
            throw new UsageException("stop needs a reason that says something, but was given an empty one");
        }
        Path directory = state.in(here);
        try {
            Files.createDirectories(directory);
            return (cleared == null ? set(directory, why) : clear(directory, why)).number();
        } catch (IOException e) {
            throw new UsageException("--state must be a directory that can be written, but was " + directory + " ("
                    + DiskWords.of(e) + ")");
        }
    }

    private ExitCode set(Path directory, String why) throws IOException {
        Path file = directory.resolve(Injection.KILL_SWITCH);
        // The switch first: what is written about it must not keep it from working.
        Files.writeString(file, why.strip() + "\n");
        try {
            log(directory, "set", why);
        } catch (IOException e) {
            here.err().println("note: " + LOG + " could not be written: " + DiskWords.of(e));
        }
        here.out()
                .println("runs are stopped by " + file + "; let them begin again with: " + here.command()
                        + " stop --clear REASON" + state.again());
        here.out().flush();
        return ExitCode.PASSED;
    }

    private ExitCode clear(Path directory, String why) throws IOException {
        log(directory, "cleared", why);
        boolean wasSet = Files.deleteIfExists(directory.resolve(Injection.KILL_SWITCH));
        here.out().println(wasSet ? "runs may begin again" : "nothing was stopped; runs may begin");
        here.out().flush();
        return ExitCode.PASSED;
    }

    private static void log(Path directory, String what, String why) throws IOException {
        String line = Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + what + " by "
                + System.getProperty("user.name", "somebody") + ": "
                + Printable.of(why.strip()) + "\n";
        Files.writeString(directory.resolve(LOG), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
