package dev.foreshock.cli;

import dev.foreshock.cli.internal.Foreshock;
import dev.foreshock.cli.internal.terminal.Interrupts;
import dev.foreshock.cli.internal.terminal.Surroundings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The one main that a person calls. */
public final class Main {
    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        // Whatever the locale: a result file is UTF-8, and so is every terminal of today.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Interrupts interrupts = Interrupts.ofThisProcess();
        int code = Foreshock.run(args, Surroundings.real(out, err, interrupts));
        out.flush();
        if (code == ExitCode.ROLLBACK_INCOMPLETE.number() && interrupts.isWanted()) {
            // Interrupted, the machine would end with 130: that something is still broken counts more.
            Runtime.getRuntime().halt(code);
        }
        interrupts.done();
        System.exit(code);
    }

    /**
     * Runs the command as if neither stream were a terminal, and returns its exit code.
     *
     * @param args the arguments
     * @param out where results go
     * @param err where everything else goes
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return Foreshock.run(args, Surroundings.plain(out, err));
    }
}
