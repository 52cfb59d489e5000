package dev.foreshock.simulated.internal.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts programs in a session of their own, and so in a group of their own: a Ctrl-C at a terminal goes to the whole group that is in front,
 * and what is held must not end before whoever holds it lets it go.
 */
final class OwnSession {
    /** Of util-linux and BusyBox, as Linux has it. */
    private static final String SETSID = "setsid";

    /** Where that is not, as on macOS, there is Perl. */
    private static final String PERL = "perl";

    private static final String BY_PERL =
            "use POSIX (); POSIX::setsid(); exec { $ARGV[0] } @ARGV; die \"$ARGV[0]: $!\\n\"";

    private static final List<String> BEFORE = before(System.getenv().getOrDefault("PATH", ""));

    private OwnSession() {}

    /** Returns what a command begins with that runs in a session of its own; nothing where no program here can make one. */
    static List<String> before() {
        return BEFORE;
    }

    /**
     * Returns the same of what is found on a path. It takes the place of what it runs, so that there is no process more: a child of a Java
     * machine never leads a group, which would have it make one.
     */
    static List<String> before(String path) {
        return find(SETSID, path)
                .map(List::of)
                .or(() -> find(PERL, path).map(perl -> List.of(perl, "-e", BY_PERL)))
                .orElse(List.of());
    }

    private static Optional<String> find(String program, String path) {
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .map(Path::toString)
                .findFirst();
    }
}
