package dev.foreshock.cli.internal;

import dev.foreshock.cli.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reports a bug: a short message on the screen, everything else in a file. */
final class Bug {
    private Bug() {}

    static ExitCode report(Throwable bug, Surroundings here) {
        here.err().println("foreshock: this is a bug in Foreshock, not in your scenario: " + bug);
        if (bug instanceof OutOfMemoryError) {
            here.err().println("more memory may help: FORESHOCK_JAVA_OPTS=-Xmx4g, or fewer --threads");
        }
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
