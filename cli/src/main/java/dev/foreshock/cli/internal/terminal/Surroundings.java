package dev.foreshock.cli.internal.terminal;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.reports.Page;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command runs.
 *
 * @param out where results go
 * @param err where everything else goes
 * @param outIsTerminal whether a person reads {@code out}
 * @param errIsTerminal whether a person reads {@code err}, so that a line can be rewritten
 * @param environment the environment variables
 * @param directory the working directory
 * @param interrupts whether the run is to stop
 */
public record Surroundings(
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Map<String, String> environment,
        Path directory,
        Interrupts interrupts) {
    public static final String NAME = "foreshock";

    private static final String COLUMNS = "COLUMNS";
    private static final String COMMAND = "FORESHOCK_COMMAND";

    /** Returns those of this process. */
    public static Surroundings real(PrintStream out, PrintStream err, Interrupts interrupts) {
        return new Surroundings(
                out, err, isTerminal(1), isTerminal(2), Map.copyOf(System.getenv()), Path.of(""), interrupts);
    }

    /** Returns surroundings without a terminal and without an environment. */
    public static Surroundings plain(PrintStream out, PrintStream err) {
        return new Surroundings(out, err, false, false, Map.of(), Path.of(""), new Interrupts());
    }

    /** Returns how the user calls Foreshock, for commands in messages that can be pasted. The launcher says so. */
    public String command() {
        String command = environment.getOrDefault(COMMAND, "");
        return command.isBlank() ? NAME : Shell.quoted(command);
    }

    /** Says that a search was interrupted, and whether what was told is what was known by then. */
    public ExitCode interrupted(boolean anythingWasKnown) {
        err.println("foreshock: interrupted; "
                + (anythingWasKnown ? "this is what was known by then" : "nothing was known yet"));
        return ExitCode.INTERRUPTED;
    }

    /** Tells whether a step of GitHub Actions runs this. */
    public boolean isOnGithub() {
        return environment.getOrDefault("GITHUB_ACTIONS", "").equals("true");
    }

    /** Returns what results are written on: as wide as the variable COLUMNS says, which the launcher sets on a terminal. */
    public Page page(ColorMode mode) {
        String columns = environment.getOrDefault(COLUMNS, "").strip();
        boolean isKnown = columns.matches("[1-9]\\d{0,3}");
        return new Page(isKnown ? Integer.parseInt(columns) : Page.USUAL_WIDTH, wantsColor(mode));
    }

    /** Tells whether {@code mode} asks for colors on {@code out} here. */
    public boolean wantsColor(ColorMode mode) {
        return wantsColor(mode, outIsTerminal);
    }

    /** Tells whether {@code mode} asks for colors on {@code err} here. */
    public boolean wantsColorOnErr(ColorMode mode) {
        return wantsColor(mode, errIsTerminal);
    }

    private boolean wantsColor(ColorMode mode, boolean isTerminal) {
        String noColor = environment.getOrDefault("NO_COLOR", "");
        String kind = environment.getOrDefault("TERM", "");
        return switch (mode) {
            case always -> true;
            case never -> false;
            case auto -> isTerminal && noColor.isEmpty() && !kind.equals("dumb");
        };
    }

    /** Java can only tell about input and output together, so ask the system where it says. */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        if (Files.isSymbolicLink(link)) {
            try {
                String device = Files.readSymbolicLink(link).toString();
                return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
            } catch (IOException e) {
                return false;
            }
        }
        return isConsole();
    }

    /** Before JDK 22 there is a console only with a terminal; since then it tells. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
