package dev.foreshock.cli.internal;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reports a bug: a short message on the screen, everything else in a file. */
final class Bug {
    private static final long MEBIBYTE = 1 << 20;

    private Bug() {}

    private static boolean isOutOfMemory(@Nullable Throwable bug) {
        return bug instanceof OutOfMemoryError || (bug != null && isOutOfMemory(bug.getCause()));
    }

    static ExitCode report(Throwable bug, Surroundings here) {
        if (isOutOfMemory(bug)) {
            here.err()
                    .println("foreshock: the run needs more than the "
                            + Runtime.getRuntime().maxMemory() / MEBIBYTE
                            + " MiB of memory that it may take: try FORESHOCK_JAVA_OPTS=-Xmx... with more, fewer"
                            + " --threads or --replications, a smaller --scale, or a limit to what may wait");
            return ExitCode.INVALID;
        }
        here.err().println("foreshock: this is a bug in Foreshock, not in your scenario: " + bug);
        StringWriter trace = new StringWriter();
        trace.append("foreshock ")
                .append(Version.foreshock())
                .append(", Java ")
                .append(Version.java())
                .append("\n");
        bug.printStackTrace(new PrintWriter(trace, true));
        try {
            Path file = Files.createTempFile("foreshock-bug-", ".txt");
            Files.writeString(file, trace.toString());
            here.err().println("the details are in " + file + "; please report them with your command and scenario");
        } catch (IOException e) {
            here.err().println(trace);
        }
        return ExitCode.BUG;
    }
}
